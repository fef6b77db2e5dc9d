package org.whatsapppolicy.benchmarks.chaos.judge;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.Scope;

/**
 * What the database says of people, as it stood at any instant: acts of consent with the time at which they were recorded.
 *
 * @param acts by person, as they were recorded
 */
public record Past(Map<Long, List<Recorded>> acts) {

    private static final String ACTS = "select e.person_id, e.act, e.scope, e.act_at, e.source, e.document, e.language,"
            + " e.expires_at, e.recorded_at, v.actor, v.reference from consent_event e"
            + " left join consent_evidence v on v.event_id = e.id order by e.recorded_at, e.id";

    /** That a number and a user id belong together: changes no consent while nobody had any under the user id. */
    private static final String JOINED = "joined";

    /**
     * One act.
     *
     * @param act null for one that is not made again here
     */
    public record Recorded(@Nullable ConsentAct act, Instant at) {}

    static Past read(DataSource database) throws SQLException {
        Map<Long, List<Recorded>> acts = new HashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ACTS)) {
            while (row.next()) {
                if (row.getString(2).equals(JOINED)) {
                    continue;
                }
                acts.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(new Recorded(act(row), Instant.ofEpochMilli(row.getLong(9))));
            }
        }
        return new Past(acts);
    }

    private static @Nullable ConsentAct act(ResultSet row) throws SQLException {
        Evidence evidence = new Evidence(
                Instant.ofEpochMilli(row.getLong(4)),
                row.getString(5),
                row.getString(10),
                row.getString(6),
                row.getString(7),
                row.getString(11));
        String scope = row.getString(3);
        return switch (row.getString(2)) {
            case "granted" ->
                new ConsentAct.Granted(new Grant(
                        scope.substring("purpose:".length()), evidence, null, expires(row), false, null, null));
            case "withdrawn" -> new ConsentAct.Withdrawn(new Scope(scope), evidence);
            case "resumed" -> new ConsentAct.Resumed(evidence);
            default -> null;
        };
    }

    private static @Nullable Instant expires(ResultSet row) throws SQLException {
        long millis = row.getLong(8);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    /**
     * What was in force at an instant; null when that cannot be told: something was recorded in that
     * very millisecond, or is not made again here.
     */
    @Nullable
    Consents consents(long person, Instant at) {
        Consents consents = Consents.NONE;
        for (Recorded one : acts.getOrDefault(person, List.of())) {
            ConsentAct act = one.act;
            if (one.at.equals(at) || act == null) {
                return null;
            }
            if (one.at.isBefore(at)) {
                consents = consents.after(act).consents();
            }
        }
        return consents;
    }
}
