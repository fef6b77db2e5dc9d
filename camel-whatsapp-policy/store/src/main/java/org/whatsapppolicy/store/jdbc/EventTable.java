package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.store.PersonalData.PastAct;
import org.whatsapppolicy.store.state.PastActs;

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
            Bulk.text("reference"),
            Bulk.number("key_id"));

    private static final String SELECT = "select " + Sealed.columns("v")
            + ", e.act, e.scope, e.act_at, e.source, v.actor, e.document, e.language, v.reference, e.expires_at,"
            + " e.imported, e.effect, e.recorded_at from consent_event e"
            + " left join consent_evidence v on v.event_id = e.id" + Sealed.join("v");
    private static final String OF_PERSON = SELECT + " where e.person_id = ? order by e.id";
    private static final String UNMATCHED =
            SELECT + " where e.person_id $in and e.act = 'confirmed' and e.effect = ? order by e.id";

    private EventTable() {}

    static void add(Session session, List<Event> events) throws SQLException {
        session.bulk(INSERT, events.stream().map(EventTable::values).toList());
        List<Event> proven = events.stream()
                .filter(e -> e.what.actor() != null || e.what.reference() != null)
                .toList();
        Sealer sealer =
                KeyTable.sealer(session, proven.stream().map(Event::person).toList());
        session.bulk(
                INSERT_EVIDENCE,
                proven.stream().map(e -> evidenceValues(e, sealer)).toList());
    }

    /** What became known of a person, oldest first. */
    static List<PastAct> of(Session session, long person) throws SQLException {
        return session.query(OF_PERSON, EventTable::happening, person);
    }

    /** Second acts of these people that found nothing to confirm; where there is one person alone, there is nothing new to find. */
    static List<PastAct> unmatched(Session session, Collection<Long> persons) throws SQLException {
        return persons.size() < 2
                ? List.of()
                : session.query(
                        UNMATCHED, EventTable::happening, Keys.numbers(new TreeSet<>(persons)), PastActs.UNMATCHED);
    }

    private static PastAct happening(Row row) throws SQLException {
        Opener opener = row.opener();
        return new PastAct(
                row.text(),
                row.text(),
                row.instant(),
                row.text(),
                opener.open(row.textOrNull(), Sealed.ACTOR),
                row.textOrNull(),
                row.textOrNull(),
                opener.open(row.textOrNull(), Sealed.REFERENCE),
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

    private static @Nullable Object[] evidenceValues(Event event, Sealer sealer) {
        return new @Nullable Object[] {
            event.id,
            event.person,
            sealer.seal(event.person, event.what.actor(), Sealed.ACTOR),
            sealer.seal(event.person, event.what.reference(), Sealed.REFERENCE),
            sealer.key(event.person)
        };
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
