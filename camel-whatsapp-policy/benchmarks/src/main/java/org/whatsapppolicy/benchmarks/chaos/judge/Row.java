package org.whatsapppolicy.benchmarks.chaos.judge;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands in the database when the run is over.
 *
 * @param phone whom it is for, with plus sign
 * @param reasons JSON
 * @param sendBefore before when its request had to begin, or null
 * @param errorCode what the platform last said against it, or 0
 */
public record Row(
        String id,
        @Nullable Long person,
        @Nullable String phone,
        String purpose,
        String state,
        int attempt,
        Instant decided,
        @Nullable Instant countsTo,
        Instant changed,
        @Nullable Instant due,
        @Nullable String wamid,
        @Nullable String key,
        boolean proactive,
        Instant taken,
        String policyHash,
        String reasons,
        int errorCode,
        @Nullable Instant sendBefore) {

    private static final String ALL =
            "select m.id, a.send_to, m.purpose, m.state, m.attempt, m.decided_at, m.counts_to,"
                    + " m.changed_at, m.due_at, m.wamid, m.idempotency_key, m.proactive, m.taken_at, m.policy_hash, m.reasons, m.person_id, m.error_code, m.send_before"
                    + " from message m left join recipient_address a on a.id = m.address_id";

    static List<Row> all(DataSource database) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ALL)) {
            while (row.next()) {
                rows.add(read(row));
            }
        }
        return rows;
    }

    private static Row read(ResultSet row) throws SQLException {
        long person = row.getLong(16);
        return new Row(
                row.getString(1),
                person == 0 ? null : person,
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                Instant.ofEpochMilli(row.getLong(6)),
                instant(row, 7),
                Instant.ofEpochMilli(row.getLong(8)),
                instant(row, 9),
                row.getString(10),
                row.getString(11),
                row.getBoolean(12),
                Instant.ofEpochMilli(row.getLong(13)),
                row.getString(14),
                row.getString(15),
                row.getInt(17),
                instant(row, 18));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    /** Whether the platform is known to have taken it. */
    public boolean accepted() {
        return switch (state) {
            case "ACCEPTED", "SENT", "DELIVERED", "READ", "PLAYED" -> true;
            default -> false;
        };
    }

    /** Where it stands, for those who look for what went wrong. */
    @Override
    public String toString() {
        return state + " in attempt " + attempt + " (" + purpose + (errorCode == 0 ? "" : ", code " + errorCode) + ")";
    }
}
