package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.store.Feed;
import org.whatsapppolicy.store.FeedEvent;
import org.whatsapppolicy.store.jdbc.SubscriberTable.Subscriber;
import org.whatsapppolicy.store.state.Happenings;

/** The feed in the database of the store. Looks before it writes: who only waits costs the others nothing. */
final class JdbcFeed implements Feed {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcFeed.class);
    private static final String NEWS = "select last_place,"
            + " (select count(*) from (select 1 from event where place is null limit 1) u) from event_order";
    private static final String DELIVERED = "select id from event e where e.place <="
            + " (select coalesce(min(place), ?) from subscriber)"
            + " and not exists (select 1 from event_dead d where d.place = e.place) order by e.place limit ?";
    private static final String OLDEST = "select id, happened_at from event order by id limit ?";
    private static final String DELETE = "delete from event where id $in";
    private static final String DELETE_DEAD = "delete from event_dead where died_at < ?";

    private static final String PAUSE = "select pause_told from installation";
    private static final String PAUSED = "update installation set pause_told = ?";

    private final Database database;

    JdbcFeed(Database database) {
        this.database = database;
    }

    @Override
    public void subscribe(String subscriber, Set<FeedEvent.Kind> kinds) {
        want(subscriber, (known, now) -> known.wanting(kinds, now), kinds);
    }

    @Override
    public void keep(String subscriber, Set<FeedEvent.Kind> kinds) {
        want(subscriber, (known, now) -> known.keeping(kinds), kinds);
    }

    private void want(String subscriber, BiFunction<Subscriber, Instant, String> words, Set<FeedEvent.Kind> kinds) {
        boolean known = database.read("look a subscriber up", session -> {
            Instant now = Installation.load(session).now();
            return SubscriberTable.find(session, subscriber)
                    .filter(s -> s.kinds().equals(words.apply(s, now)))
                    .isPresent();
        });
        boolean recorded = known;
        while (!recorded) {
            recorded = write(
                    "record a subscriber", session -> SubscriberTable.subscribe(session, subscriber, words, kinds));
        }
    }

    @Override
    public boolean lead(String subscriber, String reader, Duration lease) {
        Optional<Subscriber> open = database.read("look for the reader of a subscriber", session -> {
            Instant now = Installation.load(session).now();
            return SubscriberTable.find(session, subscriber).filter(s -> s.open(reader, now, lease));
        });
        if (open.isPresent() && !open.get().known()) {
            leaveToNewer(subscriber, reader, open.get());
            return false;
        }
        return open.isPresent()
                && write("lead a subscriber", session -> SubscriberTable.lead(session, subscriber, reader, lease));
    }

    private void leaveToNewer(String subscriber, String reader, Subscriber found) {
        if (found.readBy(reader)) {
            leave(subscriber, reader);
            LOG.info(
                    "Subscriber {} wants events that this version does not know, {}: a node of a newer one reads for it",
                    subscriber,
                    FeedTable.unknown(found.kinds()));
        }
    }

    @Override
    public void leave(String subscriber, String reader) {
        write("leave a subscriber", session -> SubscriberTable.leave(session, subscriber, reader));
    }

    @Override
    public Page next(String subscriber, String reader, int max) {
        News news = database.read("look for events", session -> news(session, subscriber, reader));
        if (news.unseen) {
            return write("order events", session -> {
                long last = FeedTable.order(session).last();
                return page(session, subscriber, reader, last, max);
            });
        }
        return news.behind
                ? database.read("read events", session -> page(session, subscriber, reader, news.last, max))
                : Page.NOTHING;
    }

    private static News news(Session session, String subscriber, String reader) throws SQLException {
        Optional<Subscriber> found = SubscriberTable.find(session, subscriber);
        if (found.isEmpty() || !found.get().readBy(reader) || !found.get().known()) {
            return new News(0, false, false);
        }
        return session.first(NEWS, row -> {
                    long last = row.number();
                    return new News(last, last > found.get().place(), row.number() > 0);
                })
                .orElseThrow();
    }

    private static Page page(Session session, String subscriber, String reader, long last, int max)
            throws SQLException {
        Optional<Subscriber> found = SubscriberTable.find(session, subscriber);
        if (found.isEmpty() || !found.get().readBy(reader) || !found.get().known()) {
            return Page.NOTHING;
        }
        Subscriber s = found.get();
        List<FeedEvent> events = FeedTable.between(session, s.place(), last, s.kinds(), max);
        return new Page(events, events.size() < max ? last : events.get(max - 1).place());
    }

    @Override
    public boolean taken(String subscriber, String reader, long upTo, Duration lease) {
        return write(
                "record events as taken", session -> SubscriberTable.taken(session, subscriber, reader, upTo, lease));
    }

    @Override
    public boolean dead(String subscriber, String reader, long event, Duration lease) {
        return write("give an event up", session -> SubscriberTable.dead(session, subscriber, reader, event, lease));
    }

    @Override
    public int forget(int max, Duration kept) {
        return database.read("look for old events", session -> session.first(OLDEST, Row::number, 1L))
                        .isEmpty()
                ? 0
                : write("forget old events", session -> forget(session, max, kept));
    }

    private static int forget(Session session, int max, Duration kept) throws SQLException {
        Instant since = Installation.load(session).now().minus(kept);
        SubscriberTable.forget(session, since, kept);
        session.update(DELETE_DEAD, since);
        List<Long> delivered = session.query(DELIVERED, Row::number, Long.MAX_VALUE, (long) max);
        int forgotten = delete(session, delivered);
        List<Long> old = session.query(OLDEST, r -> new long[] {r.number(), r.number()}, (long) max).stream()
                .takeWhile(row -> row[1] < since.toEpochMilli())
                .map(row -> row[0])
                .toList();
        if (!old.isEmpty()) {
            LOG.warn(
                    "Found {} events that a subscriber did not take in {} days: they are forgotten",
                    old.size(),
                    kept.toDays());
        }
        return forgotten + delete(session, old);
    }

    private static int delete(Session session, List<Long> ids) throws SQLException {
        return ids.isEmpty() ? 0 : session.update(DELETE, Keys.numbers(ids));
    }

    @Override
    public void tellPause(@Nullable String reason) {
        database.write("tell whether marketing pauses", session -> {
            session.query("select one from installation $lock", row -> true);
            String told = session.first(PAUSE, row -> Optional.ofNullable(row.textOrNull()))
                    .flatMap(why -> why)
                    .orElse(null);
            if (!Objects.equals(told, reason)) {
                Installation installation = Installation.load(session);
                Happenings happenings = installation.happenings();
                happenings.paused(reason, installation.now());
                session.update(PAUSED, reason);
                FeedTable.add(session, happenings);
            }
            return true;
        });
    }

    @Override
    public int tellLapsing(PolicyDocument document, int max) {
        Map<String, Set<Long>> found =
                database.read("look for consents that will lapse", session -> Lapsing.look(session, document, max));
        return found.isEmpty()
                ? 0
                : write("tell of consents that will lapse", session -> Lapsing.tell(session, document, found));
    }

    @Override
    public Ears listen(Runnable bell) {
        return database.listen(Note.EVENTS, bell);
    }

    private <T> T write(String what, Database.Work<T> work) {
        return database.write(what, work);
    }

    private record News(long last, boolean behind, boolean unseen) {}
}
