package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.store.FeedEvent.Kind;

/** Who subscribed, how far each is, and who reads for it. */
final class SubscriberTable {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriberTable.class);
    /** Who reads says so every ten seconds. */
    private static final Duration AWAY = Duration.ofMinutes(1);

    private static final String FIND =
            "select kinds, place, reader, lead_until, seen_at from subscriber where name = ?";
    private static final String SAVE = "insert into subscriber (name, kinds, place, seen_at) values (?, ?, ?, ?)"
            + " on conflict (name) do update set kinds = excluded.kinds, seen_at = excluded.seen_at";
    private static final String KINDS = "select kinds from subscriber";
    private static final String WANTED = "update installation set event_kinds = ? where event_kinds <> ?";
    // A lease that lasts longer than one given now was given before the clock stepped back.
    private static final String LEAD = "update subscriber set reader = ?, lead_until = ?, seen_at = ?"
            + " where name = ? and (reader is null or reader = ? or lead_until < ? or lead_until > ?)";
    private static final String LEAVE =
            "update subscriber set reader = null, lead_until = null where name = ? and reader = ?";
    private static final String TAKEN = "update subscriber set place = ?, lead_until = ?, seen_at = ?"
            + " where name = ? and reader = ? and place <= ?";
    private static final String DIED =
            "insert into event_dead (subscriber, place, died_at) values (?, ?, ?) on conflict do nothing";
    private static final String GONE = "select name from subscriber where seen_at < ?";
    private static final String FORGET = "delete from subscriber where name = ?";
    private static final String FORGET_DEAD = "delete from event_dead where subscriber = ?";

    private SubscriberTable() {}

    static Optional<Subscriber> find(Session session, String name) throws SQLException {
        return session.first(
                FIND, r -> new Subscriber(r.text(), r.number(), r.textOrNull(), r.instantOrNull(), r.instant()), name);
    }

    /**
     * A new one begins behind all that happened.
     *
     * @param words what one that is known wants from now on
     * @return false when a part of what happened was given its places, and no more: ask again in another transaction
     */
    static boolean subscribe(
            Session session, String name, BiFunction<Subscriber, Instant, String> words, Set<Kind> kinds)
            throws SQLException {
        FeedTable.Ordered ordered = FeedTable.order(session);
        if (ordered.more()) {
            return false;
        }
        Instant now = Installation.load(session).now();
        String all = find(session, name).map(s -> words.apply(s, now)).orElseGet(() -> FeedTable.words(kinds));
        session.update(SAVE, name, all, ordered.last(), now);
        publish(session);
        return true;
    }

    /** Also what only a newer version knows and writes. */
    private static void publish(Session session) throws SQLException {
        Set<String> all = new TreeSet<>();
        for (String kinds : session.query(KINDS, Row::text)) {
            all.addAll(FeedTable.split(kinds));
        }
        String words = String.join(",", all);
        session.update(WANTED, words, words);
    }

    static boolean lead(Session session, String name, String reader, Duration lease) throws SQLException {
        Instant now = Installation.load(session).now();
        Instant end = now.plus(lease);
        return session.update(LEAD, reader, end, now, name, reader, now, end) > 0;
    }

    static int leave(Session session, String name, String reader) throws SQLException {
        return session.update(LEAVE, name, reader);
    }

    static boolean taken(Session session, String name, String reader, long upTo, Duration lease) throws SQLException {
        Instant now = Installation.load(session).now();
        return session.update(TAKEN, upTo, now.plus(lease), now, name, reader, upTo) > 0;
    }

    static boolean dead(Session session, String name, String reader, long place, Duration lease) throws SQLException {
        boolean ours = taken(session, name, reader, place, lease);
        if (ours) {
            session.update(DIED, name, place, Installation.load(session).now());
        }
        return ours;
    }

    /** Forgets who was not there since. */
    static void forget(Session session, Instant since, Duration kept) throws SQLException {
        List<String> gone = session.query(GONE, Row::text, since);
        if (gone.isEmpty()) {
            return;
        }
        FeedTable.lock(session);
        for (String name : gone) {
            session.update(FORGET, name);
            session.update(FORGET_DEAD, name);
            LOG.warn(
                    "Nobody read the events of subscriber {} for {} days: it is forgotten. When it comes back it gets what"
                            + " happens from then on",
                    name,
                    kept.toDays());
        }
        publish(session);
    }

    /**
     * One who subscribed.
     *
     * @param kinds what it wants
     * @param place everything up to there was taken
     * @param reader who reads for it, or null
     * @param until until when nobody else may, or null
     * @param seen when somebody subscribed or read for it last
     */
    record Subscriber(
            String kinds,
            long place,
            @Nullable String reader,
            @Nullable Instant until,
            Instant seen) {

        /** Whether this version knows all that it wants. If not, a newer one reads: here the cursor would pass over the rest. */
        boolean known() {
            return FeedTable.unknown(kinds).isEmpty();
        }

        boolean readBy(String one) {
            return one.equals(reader);
        }

        /**
         * What it wants once it subscribes to those, and what only a newer version knows, which may run beside this one; not any
         * more when nobody read for a while, as after a return to this version.
         */
        String wanting(Set<Kind> those, Instant now) {
            Set<String> all = new TreeSet<>(FeedTable.split(FeedTable.words(those)));
            if (!seen.plus(AWAY).isBefore(now)) {
                all.addAll(FeedTable.unknown(kinds));
            }
            return String.join(",", all);
        }

        /** What it wants, and those. */
        String keeping(Set<Kind> those) {
            Set<String> all = new TreeSet<>(FeedTable.split(kinds));
            all.addAll(FeedTable.split(FeedTable.words(those)));
            return String.join(",", all);
        }

        boolean open(String other, Instant now, Duration lease) {
            return reader == null
                    || reader.equals(other)
                    || until == null
                    || until.isBefore(now)
                    || until.isAfter(now.plus(lease));
        }
    }
}
