package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.store.PersonalData.PastAct;

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

    private static final String OF_PERSON =
            "select e.act, e.scope, e.act_at, e.source, v.actor, e.document, e.language, v.reference, e.expires_at,"
                    + " e.imported, e.effect, e.recorded_at from consent_event e"
                    + " left join consent_evidence v on v.event_id = e.id where e.person_id = ? order by e.id";

    private EventTable() {}

    static void add(Session session, List<Event> events) throws SQLException {
        session.bulk(INSERT, events.stream().map(EventTable::values).toList());
        session.bulk(
                INSERT_EVIDENCE,
                events.stream()
                        .filter(e -> e.what.actor() != null || e.what.reference() != null)
                        .map(EventTable::evidenceValues)
                        .toList());
    }

    /** What became known of a person, oldest first. */
    static List<PastAct> of(Session session, long person) throws SQLException {
        return session.query(OF_PERSON, EventTable::happening, person);
    }

    private static PastAct happening(Row row) throws SQLException {
        return new PastAct(
                row.text(),
                row.text(),
                row.instant(),
                row.text(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.instantOrNull(),
                row.flag(),
                row.text(),
                row.instant());
    }

    private static @Nullable Object[] values(Event event) {
        PastAct h = event.what;
        return new @Nullable Object[] {
            event.id,
            event.person,
            h.act(),
            h.scope(),
            h.at().toEpochMilli(),
            h.source(),
            h.document(),
            h.language(),
            h.until() == null ? null : h.until().toEpochMilli(),
            h.imported(),
            h.effect(),
            h.recorded().toEpochMilli()
        };
    }

    private static @Nullable Object[] evidenceValues(Event event) {
        return new @Nullable Object[] {event.id, event.person, event.what.actor(), event.what.reference()};
    }

    /**
     * One act.
     *
     * @param id of the row
     * @param person whose
     * @param what it was and what became of it
     */
    record Event(long id, long person, PastAct what) {}
}
