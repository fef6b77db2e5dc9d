package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.store.kit.Scripts;

@DisplayName("Rolling upgrade: scripts only add, so that an older version goes on beside a newer one")
class ScriptsTest {

    /** The version from which on nodes of neighbouring versions may share a database. */
    private static final int NEIGHBOURS = 10;

    private static final Pattern ADDS = Pattern.compile(
            "(create|drop) (unique )?index .*|create table .*|insert into .*"
                    + "|alter table \\w+ (add column|set \\(fillfactor) .*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void what_is_added_needs_no_value(String folder) {
        for (String script : Scripts.in(folder)) {
            List<String> statements = Scripts.statements(folder, script);
            if (Scripts.number(script) > NEIGHBOURS && statements.stream().noneMatch(s -> s.contains("oldest"))) {
                assertThat(statements).as(script).allSatisfy(statement -> {
                    assertThat(statement).matches(ADDS);
                    if (statement.contains("add column") && statement.contains("not null")) {
                        assertThat(statement).contains("default");
                    }
                });
            }
        }
    }

    @Test
    void both_databases_have_the_same() {
        assertThat(Scripts.in("sqlite")).isEqualTo(Scripts.in("postgresql"));
    }
}
