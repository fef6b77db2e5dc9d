package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.store.state.ActInWords;

/** The history of consent: every act, its evidence apart because that can be erased (S-47). */
final class EventTable {

    private static final Bulk INSERT = Bulk.insert(
            "consent_event",
            "",
            Bulk.number("id"),
            Bulk.number("person_id"),
            Bulk.text("act"),
            Bulk.text("scope"),
            Bulk.number("act_at"),
            Bulk.text("source"),
            Bulk.text("document"),
            Bulk.text("language"),
            Bulk.number("expires_at"),
            Bulk.flag("imported"),
            Bulk.text("effect"),
            Bulk.number("recorded_at"));
    private static final Bulk INSERT_EVIDENCE = Bulk.insert(
            "consent_evidence",
            "",
            Bulk.number("event_id"),
            Bulk.number("person_id"),
            Bulk.text("actor"),
            Bulk.text("reference"));

    private static final String JOINED = "insert into consent_event"
            + " (id, person_id, act, scope, act_at, source, imported, effect, recorded_at)"
            + " values (?, ?, ?, ?, ?, 'webhook', ?, 'applied', ?)";

    private EventTable() {}

    static void add(Session session, List<Event> events) throws SQLException {
        session.bulk(INSERT, events.stream().map(EventTable::values).toList());
        session.bulk(
                INSERT_EVIDENCE,
                events.stream()
                        .filter(e ->
                                e.evidence().actor() != null || e.evidence().reference() != null)
                        .map(EventTable::evidenceValues)
                        .toList());
    }

    /** Notes that records became one, and whether consent from before counts no more (S-22, S-23). */
    static void joined(Session session, long id, long person, boolean quarantined, Instant at, Instant recorded)
            throws SQLException {
        session.update(
                JOINED, id, person, quarantined ? "quarantined" : "joined", Scope.ALL.text(), at, false, recorded);
    }

    private static @Nullable Object[] values(Event event) {
        Evidence e = event.evidence();
        ActInWords told = ActInWords.of(event.act);
        return new @Nullable Object[] {
            event.id,
            event.person,
            told.act(),
            told.scope(),
            e.act().toEpochMilli(),
            e.source(),
            e.document(),
            e.language(),
            MessageColumns.millis(told.until()),
            told.imported(),
            event.effect.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            event.recorded.toEpochMilli()
        };
    }

    private static @Nullable Object[] evidenceValues(Event event) {
        Evidence e = event.evidence();
        return new @Nullable Object[] {event.id, event.person, e.actor(), e.reference()};
    }

    /**
     * One act.
     *
     * @param id of the row
     * @param person whose
     * @param act what
     * @param effect what became of it
     * @param recorded when the store learned of it
     */
    record Event(long id, long person, ConsentAct act, Consents.Effect effect, Instant recorded) {
        private Evidence evidence() {
            return act.evidence();
        }
    }
}
