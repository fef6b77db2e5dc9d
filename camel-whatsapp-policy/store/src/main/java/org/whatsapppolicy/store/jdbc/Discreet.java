package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.util.Objects;

/** Database errors without the values that some quote: a violated constraint is told together with the whole row. */
final class Discreet {

    private static final int LONGEST = 200;

    private Discreet() {}

    static SQLException of(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        String found = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        if (!state.startsWith("22")
                && !state.startsWith("23")
                && found.indexOf('\n') < 0
                && found.length() <= LONGEST) {
            return e;
        }
        String first = found.lines().findFirst().orElse("");
        String cut = first.length() <= LONGEST ? first : first.substring(0, LONGEST) + "...";
        SQLException discreet = new SQLException(cut, state, e.getErrorCode());
        discreet.setStackTrace(e.getStackTrace());
        return discreet;
    }
}
