package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.Ruling;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.store.FeedEvent.Kind;
import org.whatsapppolicy.store.state.Happenings;
import org.whatsapppolicy.store.state.Overdue;
import org.whatsapppolicy.store.state.Progress;
import org.whatsapppolicy.store.state.Times;

/** Records what became of attempts. */
final class Settling {

    private static final String LOAD =
            "select id, " + ProgressColumns.NAMES + " from message where id $in order by id $lock";
    private static final Bulk SAVE = Bulk.update("message", ProgressColumns.allAfter(Bulk.id("id")));
    private static final int AT_ONCE = 500;
    /** Those between two instants, the first of them. */
    static final String UNKNOWN = "select id, purpose, category, exists"
            + " (select 1 from message_content c where c.message_id = message.id) from message where state = 'UNKNOWN'"
            + " and due_at >= ? and due_at <= ? and send_before is not null order by due_at limit " + AT_ONCE;

    private final Times times;
    /** Whether somebody wanted to hear of outcomes when that was last looked at. */
    private volatile boolean told;

    Settling(Times times) {
        this.times = times;
    }

    /** Those of the outcomes that need no look at the message; the others have to be loaded. */
    Acceptances quick(List<Settlement> batch) {
        return told ? Acceptances.none(batch) : Acceptances.among(batch);
    }

    /** Writes them; where somebody wants to hear of outcomes since, with a look at the messages. */
    void accept(Session session, Trip trip, Acceptances quick, Instant now, Happenings happenings) throws SQLException {
        told = happenings.wants(Kind.OUTCOME);
        if (told && !quick.isEmpty()) {
            save(trip, quick.all(), load(session, quick.ids()), now, happenings);
        } else {
            quick.save(trip, now);
        }
    }

    /**
     * Writes what did not stand any more as its owner left it. That comes after the decisions of the batch, which nobody can
     * tell from having come a moment later.
     */
    void late(Session session, List<Settlement> left, Installation installation) throws SQLException {
        if (!left.isEmpty()) {
            Trip trip = new Trip(session);
            List<UUID> ids = left.stream().map(Settlement::messageId).toList();
            save(trip, left, load(session, ids), installation.now(), installation.happenings());
            trip.go();
        }
    }

    /** Asks for the state of the messages that attempts were of, and locks them. */
    static Map<UUID, Progress> load(Trip trip, List<Settlement> batch) {
        return byIds(trip, batch.stream().map(Settlement::messageId).toList());
    }

    /** The state of messages, which are locked. */
    static Map<UUID, Progress> load(Session session, List<UUID> ids) throws SQLException {
        Trip trip = new Trip(session);
        Map<UUID, Progress> found = byIds(trip, ids);
        trip.go();
        return found;
    }

    private static Map<UUID, Progress> byIds(Trip trip, List<UUID> messages) {
        Map<UUID, Progress> found = new TreeMap<>();
        if (!messages.isEmpty()) {
            List<UUID> ids = messages.stream().distinct().sorted().toList();
            trip.query(LOAD, row -> found.put(row.id(), ProgressColumns.read(row)) == null, Keys.ids(ids));
        }
        return found;
    }

    /** Writes what became of them. */
    void save(Trip trip, List<Settlement> batch, Map<UUID, Progress> before, Instant now, Happenings happenings) {
        Map<UUID, Progress> after = new HashMap<>(before);
        for (Settlement one : batch) {
            after.computeIfPresent(
                    one.messageId(),
                    (id, p) -> happenings.moved(
                            id, p, p.settled(one.attempt(), one.outcome(), now, times.answerTimeout())));
        }
        save(trip, before, after);
    }

    /** Brings the rows from one state to the next. */
    static void save(Session session, Map<UUID, Progress> before, Map<UUID, Progress> after, Happenings happenings)
            throws SQLException {
        Trip trip = new Trip(session);
        save(trip, before, after);
        FeedTable.add(session, trip, happenings);
        trip.go();
    }

    private static void save(Trip trip, Map<UUID, Progress> before, Map<UUID, Progress> after) {
        if (after.values().stream().anyMatch(p -> p.state() == MessageState.HELD)) {
            trip.note(Note.DUE);
        }
        trip.bulk(
                SAVE,
                after.entrySet().stream()
                        .filter(e -> !e.getValue().equals(before.get(e.getKey())))
                        .map(e -> ProgressColumns.rare(e.getValue(), ProgressColumns.after(e.getValue(), e.getKey())))
                        .toList());
    }

    static Part expire(Session session, Duration answerTimeout) throws SQLException {
        Installation installation = Installation.load(session);
        Instant now = installation.now();
        return Flying.land(session, now.minus(answerTimeout), now, answerTimeout, installation.happenings());
    }

    /** Rules on some of those that have been unknown for the horizon. */
    static Part rule(Session session, Overdue overdue, Duration horizon, Installation installation)
            throws SQLException {
        Instant now = installation.now();
        Instant since = now.minus(horizon);
        Happenings happenings = installation.happenings();
        Trip looking = new Trip(session);
        // Those of programs of the version before, and of now.
        Trip.Found<List<Unknown>> before = looking.query(UNKNOWN, Settling::unknown, Instant.EPOCH, since);
        Trip.Found<List<Unknown>> own = looking.query(
                UNKNOWN,
                Settling::unknown,
                Instant.ofEpochMilli(ProgressColumns.IN_DOUBT),
                since.plusMillis(ProgressColumns.IN_DOUBT));
        looking.go();
        List<Unknown> found =
                Stream.concat(before.get().stream(), own.get().stream()).toList();
        if (found.isEmpty()) {
            return new Part(0, false);
        }
        List<UUID> ids = found.stream().map(Unknown::id).toList();
        Map<UUID, Progress> stood = load(session, ids);
        Map<UUID, SentMessage> counted = MessageTable.counted(session, ids);
        Map<UUID, Progress> after = new HashMap<>();
        int ruled = 0;
        for (Unknown one : found) {
            Progress p = stood.get(one.id);
            if (p != null) {
                Progress next = overdue.ruled(p, one.purpose, one.category, one.whole, counted.get(one.id), now);
                after.put(one.id, happenings.moved(one.id, p, next));
                ruled += next.state() == p.state() ? 0 : 1;
            }
        }
        save(session, stood, after, happenings);
        return new Part(ruled, before.get().size() == AT_ONCE || own.get().size() == AT_ONCE);
    }

    private static Unknown unknown(Row row) throws SQLException {
        return new Unknown(row.id(), row.text(), Category.valueOf(row.text()), row.flag());
    }

    /** Rules on messages; how many of them were unknown. */
    static int rule(Session session, List<UUID> ids, Ruling ruling, Installation installation) throws SQLException {
        Happenings happenings = installation.happenings();
        Map<UUID, Progress> before = load(session, ids);
        Map<UUID, SentMessage> counted = MessageTable.counted(session, ids);
        Map<UUID, Progress> after = new HashMap<>();
        before.forEach((id, p) -> {
            Progress ruled = p.ruled(ruling, counted.get(id), installation.now());
            if (!ruled.equals(p)) {
                after.put(id, happenings.moved(id, p, ruled));
            }
        });
        save(session, before, after, happenings);
        return after.size();
    }

    /** One whose fate is unknown, and whether its content is still there. */
    private record Unknown(UUID id, String purpose, Category category, boolean whole) {}

    /** How much of something was done, and whether there may be more of it. */
    record Part(int done, boolean more) {}
}
