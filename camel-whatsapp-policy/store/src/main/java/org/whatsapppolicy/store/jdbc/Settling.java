package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.Ruling;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.store.FeedEvent.Kind;
import org.whatsapppolicy.store.state.Happenings;
import org.whatsapppolicy.store.state.Progress;
import org.whatsapppolicy.store.state.Times;

/** Records what became of attempts. */
final class Settling {

    private static final String LOAD =
            "select id, " + ProgressColumns.NAMES + " from message where id $in order by id $lock";
    private static final Bulk SAVE = Bulk.update("message", ProgressColumns.allAfter(Bulk.id("id")));
    static final String UNKNOWN = "select id from message where state = 'UNKNOWN' and due_at <= ?"
            + " and send_before is not null and purpose = ? order by due_at limit 500";

    /**
     * Those of them that can be sent again and of which a ruling permits it: what is past its retention cannot, and what was tried
     * too often is not.
     */
    private static final String AGAIN = UNKNOWN.replace(
            " order by",
            " and attempt - unbegun < ? and category $in and exists"
                    + " (select 1 from message_content c where c.message_id = message.id) order by");

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

    static int expire(Session session, Duration answerTimeout) throws SQLException {
        Installation installation = Installation.load(session);
        Instant now = installation.now();
        return Flying.land(session, now.minus(answerTimeout), now, answerTimeout, installation.happenings());
    }

    /** Rules on those of a purpose that have been unknown for the horizon. */
    static int rule(Session session, String purpose, Ruling ruling, Duration horizon, int maxAttempts)
            throws SQLException {
        Installation installation = Installation.load(session);
        Instant now = installation.now();
        List<UUID> ids = ruling == Ruling.RESENT
                ? session.query(AGAIN, Row::id, now.minus(horizon), purpose, maxAttempts, permitted(ruling))
                : session.query(UNKNOWN, Row::id, now.minus(horizon), purpose);
        return rule(session, ids, ruling, installation);
    }

    private static Keys permitted(Ruling ruling) {
        return Keys.texts(Arrays.stream(Category.values())
                .filter(ruling::permits)
                .map(Category::name)
                .toList());
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
}
