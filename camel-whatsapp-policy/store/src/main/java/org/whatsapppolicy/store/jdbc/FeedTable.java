package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.store.FeedEvent;
import org.whatsapppolicy.store.FeedEvent.Kind;
import org.whatsapppolicy.store.state.Happened;
import org.whatsapppolicy.store.state.Happenings;

/**
 * What happened, in an order that no reader can miss a part of. Ids are given under the lock of the person or the message, so
 * they tell what came first of two events about one of them; but a lower id may be committed later. So the place in the order is
 * given by readers, one at a time, to what they can see.
 */
final class FeedTable {

    private static final int AT_ONCE = 1_000;
    /** So many times in one transaction, or others would be kept waiting for all that came while nobody read. */
    private static final int PARTS = 5;

    private static final Bulk INSERT = Bulk.insert(
            "event",
            "",
            Bulk.text("kind"),
            Bulk.number("happened_at"),
            Bulk.number("person_id"),
            Bulk.number("address_id"),
            Bulk.number("act_id"),
            Bulk.id("message_id"),
            Bulk.small("attempt"),
            Bulk.text("state"),
            Bulk.number("not_before"),
            Bulk.text("wamid"),
            Bulk.small("error_code"),
            Bulk.text("reasons"),
            Bulk.text("change"),
            Bulk.text("about"),
            Bulk.text("detail"));
    private static final Bulk PLACE = Bulk.update("event", Bulk.number("id"), Bulk.number("place"));
    private static final String LAST = "select last_place from event_order $lock";
    private static final String UNSEEN = "select id from event where place is null order by id limit ?";
    private static final String ORDERED = "update event_order set last_place = ?";
    private static final String AFTER = "select " + FeedColumns.NAMES + " from event e"
            + " left join message m on m.id = e.message_id"
            + " left join message_content mc on mc.message_id = e.message_id"
            + " left join recipient_address a on a.id = coalesce(e.address_id, m.address_id)"
            + " left join consent_event c on c.id = e.act_id"
            + " left join consent_evidence v on v.event_id = e.act_id"
            + Sealed.joinOn("coalesce(mc.key_id, v.key_id)")
            + " where e.place > ? and e.place <= ? and e.kind $in order by e.place limit ?";

    private FeedTable() {}

    /** Writes what happened, in the transaction of the change. */
    static void add(Session session, Happenings happenings) throws SQLException {
        Trip trip = new Trip(session);
        add(session, trip, happenings);
        trip.go();
    }

    /** The same as a step. */
    static void add(Session session, Trip trip, Happenings happenings) {
        List<Happened> all = happenings.all();
        if (!all.isEmpty()) {
            trip.bulk(INSERT, all.stream().map(FeedTable::values).toList());
            session.note(Note.EVENTS);
        }
    }

    private static @Nullable Object[] values(Happened one) {
        return new @Nullable Object[] {
            one.kind().word(),
            one.at().toEpochMilli(),
            one.who() == null ? null : one.who().person(),
            one.who() == null ? null : one.who().address(),
            one.act(),
            one.message(),
            one.attempt(),
            one.state(),
            MessageColumns.millis(one.notBefore()),
            one.wamid(),
            one.code(),
            one.reasons().isEmpty() ? null : String.join(",", one.reasons()),
            one.change(),
            one.about(),
            one.detail()
        };
    }

    /** Holds all others who give places or subscribe. */
    static long lock(Session session) throws SQLException {
        return session.first(LAST, Row::number).orElseThrow();
    }

    /** Gives places to some of what can be seen and has none, the oldest first. */
    static Ordered order(Session session) throws SQLException {
        long last = lock(session);
        boolean more = true;
        for (int i = 0; more && i < PARTS; i++) {
            List<Long> unseen = session.query(UNSEEN, Row::number, (long) AT_ONCE);
            if (!unseen.isEmpty()) {
                List<@Nullable Object[]> rows = new ArrayList<>();
                for (Long id : unseen) {
                    last++;
                    rows.add(new Object[] {id, last});
                }
                session.bulk(PLACE, rows);
                session.update(ORDERED, last);
            }
            more = unseen.size() == AT_ONCE;
        }
        return new Ordered(last, more);
    }

    /** The last place that was given, and whether there may be more that has none. */
    record Ordered(long last, boolean more) {}

    static List<FeedEvent> between(Session session, long after, long upTo, String kinds, int max) throws SQLException {
        return session.query(
                AFTER, FeedColumns::event, after, upTo, Keys.texts(Arrays.asList(kinds.split(",", -1))), (long) max);
    }

    static String words(Set<Kind> kinds) {
        return kinds.stream().map(Kind::word).sorted().collect(Collectors.joining(","));
    }

    /** Those that this version knows; a newer node may have subscribed to others. */
    static Set<Kind> kinds(String words) {
        return split(words).stream().map(Kind::find).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** The others. */
    static Set<String> unknown(String words) {
        return split(words).stream().filter(word -> Kind.find(word).isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    static List<String> split(String words) {
        return words.isEmpty() ? List.of() : Arrays.asList(words.split(",", -1));
    }
}
