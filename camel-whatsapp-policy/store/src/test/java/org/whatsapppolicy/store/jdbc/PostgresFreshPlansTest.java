package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.kit.Stores;

@DisplayName("a look at the outbox that was planned while a new store was empty reads no more later than it takes")
class PostgresFreshPlansTest {

    private static final int HELD = 5_000;
    private static final long DUE = TUESDAY_9.toEpochMilli();

    static Stream<Arguments> looks() {
        return Stream.of(
                Arguments.of("senders", Claiming.SENDERS, "", ""),
                Arguments.of("claims", Claiming.DUE, "(text, bigint, bigint)", "('', " + DUE + ", 192)"),
                Arguments.of("the next due", Claiming.NEXT, "", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void goes_by_an_index_in_its_order(String what, String sql, String types, String values) throws SQLException {
        PostgresDialect dialect = new PostgresDialect(10_000);
        try (Stores stores = Stores.postgres();
                PolicyStore store = stores.open(StoreOptions.DEFAULTS.frozenAt(TUESDAY_9));
                Connection connection = Objects.requireNonNull(stores.tables());
                Statement statement = connection.createStatement()) {
            assertThat(store.nextDue()).isEmpty();
            connection.setAutoCommit(false);
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute("select " + dialect.settings());
            statement.execute("prepare look" + types + " as " + numbered(dialect.text(sql)));
            statement.execute("execute look" + values);
            statement.execute("insert into message (id, person_id, address_id, decided_at, purpose, category,"
                    + " proactive, state, attempt, changed_at, not_before, due_at, error_code, sender_named, type,"
                    + " priority, taken_at, policy_hash, reasons) select gen_random_uuid(), i % 1000, i % 1000, " + DUE
                    + ", 'slip', 'UTILITY', true, 'HELD', 1, " + DUE + ", " + DUE + ", " + DUE
                    + ", 0, false, 'text', 0, " + DUE + ", 'h', '[]' from generate_series(1, " + HELD + ") i");
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows =
                    statement.executeQuery("explain (analyze, timing off, summary off) execute look" + values)) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            assertThat(mostRows(plan.toString())).as(plan.toString()).isLessThanOrEqualTo(200);
        }
    }

    private static String numbered(String sql) {
        String numbered = sql;
        for (int i = 1; numbered.contains("?"); i++) {
            numbered = numbered.replaceFirst("\\?", "\\$" + i);
        }
        return numbered;
    }

    private static int mostRows(String plan) {
        return Pattern.compile("actual rows=(\\d+)")
                .matcher(plan)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElseThrow();
    }
}
