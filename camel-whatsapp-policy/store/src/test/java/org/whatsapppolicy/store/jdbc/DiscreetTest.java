package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DiscreetTest {

    @Test
    @DisplayName("promise 8: the rows that a violated constraint quotes do not reach a log")
    void drops_the_values_that_databases_quote() {
        SQLException quoting = new SQLException(
                "ERROR: duplicate key value\n  Detail: Key (address)=(+5511988880001) already exists.", "23505");
        SQLException discreet = Discreet.of(quoting);
        Throwable thrown = discreet;
        assertThat(thrown).hasMessage("ERROR: duplicate key value").hasNoCause();
        assertThat(discreet.getSQLState()).isEqualTo("23505");
    }
}
