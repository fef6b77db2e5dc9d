package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.OptOut;
import org.whatsapppolicy.policy.consent.Scope;

/** What is in force of people's grants and withdrawals. */
final class ConsentTable {

    private static final String GRANT = "grant";
    private static final String OPT_OUT = "opt-out";
    private static final String LOAD =
            "select c.person_id, c.event_id, c.kind, c.scope, c.act_at, c.source, c.document,"
                    + " c.language, c.confirmed_at, c.expires_at, c.imported, c.lifts_at, c.vouched_at, "
                    + Sealed.columns("e") + ", e.actor, e.reference from consent c"
                    + " left join consent_evidence e on e.event_id = c.event_id" + Sealed.join("e")
                    + " where c.person_id $in";
    private static final Bulk SAVE = Bulk.insert(
            "consent",
            "on conflict (person_id, kind, scope) do update set event_id = excluded.event_id,"
                    + " act_at = excluded.act_at, source = excluded.source, document = excluded.document,"
                    + " language = excluded.language, confirmed_at = excluded.confirmed_at,"
                    + " expires_at = excluded.expires_at, imported = excluded.imported, lifts_at = excluded.lifts_at,"
                    + " vouched_at = excluded.vouched_at",
            Bulk.number("person_id"),
            Bulk.text("kind"),
            Bulk.text("scope"),
            Bulk.number("event_id"),
            Bulk.number("act_at"),
            Bulk.text("source"),
            Bulk.text("document"),
            Bulk.text("language"),
            Bulk.number("confirmed_at"),
            Bulk.number("expires_at"),
            Bulk.flag("imported"),
            Bulk.number("lifts_at"),
            Bulk.number("vouched_at"));
    private static final Bulk DELETE =
            Bulk.delete("consent", Bulk.number("person_id"), Bulk.text("kind"), Bulk.text("scope"));

    private ConsentTable() {}

    /** What is in force of these people; of whom nothing is, is missing. */
    static Map<Long, Loaded> load(Session session, Collection<Long> people) throws SQLException {
        Trip trip = new Trip(session);
        Loading loading = load(trip, people);
        trip.go();
        return loading.loaded();
    }

    /** The same as a step. */
    static Loading load(Trip trip, Collection<Long> people) {
        Loading loading = new Loading();
        if (!people.isEmpty()) {
            trip.query(LOAD, loading::add, Keys.numbers(people));
        }
        return loading;
    }

    /** Rows of consents, gathered by person as they come. */
    static final class Loading {

        private final Map<Long, Builder> builders = new HashMap<>();

        private Builder add(Row row) throws SQLException {
            return builders.computeIfAbsent(row.number(), id -> new Builder()).add(row);
        }

        Map<Long, Loaded> loaded() {
            Map<Long, Loaded> loaded = new HashMap<>();
            builders.forEach((id, builder) -> loaded.put(id, builder.build()));
            return loaded;
        }
    }

    /** Brings the rows of people from one state to the next; {@code events} tells which act each evidence came with. */
    static void save(Session session, Map<Long, Change> changes) throws SQLException {
        List<@Nullable Object[]> saved = new ArrayList<>();
        List<@Nullable Object[]> gone = new ArrayList<>();
        List<Long> lifted = new ArrayList<>();
        changes.forEach((person, change) -> {
            if (change.mayLift()) {
                lifted.add(person);
            }
            Consents before = change.before;
            Consents after = change.after;
            for (Grant grant : after.grants()) {
                if (!grant.equals(before.grant(grant.purpose()))) {
                    saved.add(values(person, grant, change.event(grant.evidence())));
                }
            }
            for (OptOut optOut : after.optOuts()) {
                if (!optOut.equals(before.optOut(optOut.scope()))) {
                    saved.add(values(person, optOut, change.event(optOut.evidence())));
                }
            }
            before.grants().stream()
                    .filter(grant -> after.grant(grant.purpose()) == null)
                    .forEach(grant -> gone.add(new Object[] {person, GRANT, scope(grant)}));
            before.optOuts().stream()
                    .filter(optOut -> after.optOut(optOut.scope()) == null)
                    .forEach(optOut -> gone.add(
                            new Object[] {person, OPT_OUT, optOut.scope().text()}));
        });
        session.bulk(DELETE, gone);
        session.bulk(SAVE, saved);
        Lapsing.lookAgain(session, lifted);
    }

    private static String scope(Grant grant) {
        return Scope.purpose(grant.purpose()).text();
    }

    private static @Nullable Object[] values(long person, Grant g, long event) {
        Evidence e = g.evidence();
        return new @Nullable Object[] {
            person,
            GRANT,
            scope(g),
            event,
            e.act().toEpochMilli(),
            e.source(),
            e.document(),
            e.language(),
            millis(g.confirmed()),
            millis(g.expires()),
            g.imported(),
            millis(g.lifts()),
            millis(g.vouched())
        };
    }

    private static @Nullable Object[] values(long person, OptOut o, long event) {
        Evidence e = o.evidence();
        return new @Nullable Object[] {
            person,
            OPT_OUT,
            o.scope().text(),
            event,
            e.act().toEpochMilli(),
            e.source(),
            e.document(),
            e.language(),
            null,
            null,
            false,
            // What lifts a grant of others says of an opt-out when it was said.
            o.said().equals(e.act()) ? null : millis(o.said()),
            null
        };
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    /**
     * Consents with the acts they came with.
     *
     * @param consents in force
     * @param events by evidence
     */
    record Loaded(Consents consents, Map<Evidence, Long> events) {
        static final Loaded NONE = new Loaded(Consents.NONE, Map.of());
    }

    /**
     * A person's way from one state to another.
     *
     * @param before as loaded
     * @param after as it shall be
     * @param events ids of the acts by their evidence
     */
    record Change(Consents before, Consents after, Map<Evidence, Long> events) {
        /** Whether an opt-out that was in force may be so no more: what lifts one stands with the grants. */
        private boolean mayLift() {
            return !before.optOuts().isEmpty() && !after.grants().equals(before.grants());
        }

        private long event(Evidence evidence) {
            Long id = events.get(evidence);
            if (id == null) {
                throw new IllegalStateException("a consent rests on an act that was never recorded");
            }
            return id;
        }
    }

    /** Collects one person's rows. */
    private static final class Builder {

        private static final int PREFIX = Scope.purpose("").text().length();

        private final List<Grant> grants = new ArrayList<>();
        private final List<OptOut> optOuts = new ArrayList<>();
        private final Map<Evidence, Long> events = new HashMap<>();

        Builder add(Row row) throws SQLException {
            long event = row.number();
            boolean grant = row.text().equals(GRANT);
            String scope = row.text();
            Instant act = row.instant();
            String source = row.text();
            String document = row.textOrNull();
            String language = row.textOrNull();
            Instant confirmed = row.instantOrNull();
            Instant expires = row.instantOrNull();
            boolean imported = row.flag();
            Instant lifts = row.instantOrNull();
            Instant vouched = row.instantOrNull();
            Opener opener = row.opener();
            String actor = opener.open(row.textOrNull(), Sealed.ACTOR);
            String reference = opener.open(row.textOrNull(), Sealed.REFERENCE);
            Evidence evidence = new Evidence(act, source, actor, document, language, reference);
            events.put(evidence, event);
            if (grant) {
                grants.add(new Grant(scope.substring(PREFIX), evidence, confirmed, expires, imported, lifts, vouched));
            } else {
                optOuts.add(new OptOut(new Scope(scope), evidence, lifts == null ? act : lifts));
            }
            return this;
        }

        Loaded build() {
            // The order of the fold, which no database's collation needs to share.
            grants.sort(Comparator.comparing(Grant::purpose));
            optOuts.sort(Comparator.comparing(optOut -> optOut.scope().text()));
            return new Loaded(new Consents(grants, optOuts), events);
        }
    }
}
