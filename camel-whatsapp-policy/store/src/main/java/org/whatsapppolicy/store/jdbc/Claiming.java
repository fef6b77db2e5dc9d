package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.store.Room;
import org.whatsapppolicy.store.state.Address;
import org.whatsapppolicy.store.state.ContentJson;
import org.whatsapppolicy.store.state.Fold;
import org.whatsapppolicy.store.state.Happenings;
import org.whatsapppolicy.store.state.MessageRow;
import org.whatsapppolicy.store.state.Progress;

/** Held messages whose time has come. A claim is a new due time: who crashes with it loses it by itself. */
final class Claiming {

    private static final String ANY = " from message m $by-sender where m.due_at is not null";
    private static final String SENDER = "coalesce(m.sender, '')";
    private static final String FIRST = " order by " + SENDER + ", m.due_at, m.id limit 1";
    /** Held ones end before those that are unknown begin. */
    static final String BEFORE_DOUBT = "due_at < " + ProgressColumns.IN_DOUBT;

    /**
     * From one sender to the next, by the index, however many messages each has; without a time for one of whom nothing is held, as
     * otherwise all that is unknown of that one would be gone through to know.
     */
    static final String SENDERS = "with recursive s (sender) as (select (select " + SENDER + ANY + FIRST
            + ") union all select (select " + SENDER + ANY + " and " + SENDER + " > s.sender" + FIRST
            + ") from s where s.sender is not null) select s.sender, (select m.due_at" + ANY
            + " and m.state = 'HELD' and "
            + SENDER + " = s.sender and m." + BEFORE_DOUBT
            + " order by m.due_at, m.id limit 1) from s where s.sender is not null";

    static final String DUE = "select m.id from message m where m.state = 'HELD' and " + SENDER
            + " = ? and m.due_at <= ? order by m.due_at, m.id limit ? $lock $skip";
    private static final Bulk MOVE = Bulk.update("message", Bulk.id("id"), Bulk.text("sender"));
    private static final Bulk CLAIM = Bulk.update("message", Bulk.id("id"), Bulk.number("due_at"));
    private static final String LOAD = "select m.id, a.address, a.kind, a.send_to, a.region, " + Sealed.columns("c")
            + ", c.payload, c.context, "
            + Stream.of(MessageColumns.ALL).map(column -> "m." + column.name()).collect(Collectors.joining(", "))
            + " from message m join recipient_address a on a.id = m.address_id"
            + " join message_content c on c.message_id = m.id" + Sealed.join("c")
            + " where m.id $in and (c.key_id is null or pk.id is not null)";
    private static final String DENY = "update message set state = ?, reasons = ?, changed_at = ?, due_at = null,"
            + " not_before = null, counts_to = null, wamid = null, person_id = null, address_id = null where id $in";
    private static final String NO_CONTENT = "delete from message_content where message_id $in";
    private static final String WITHOUT_PAYLOAD = "select m.id from message m"
            + " join recipient_address a on a.id = m.address_id where m.id $in"
            + " and not exists (select 1 from message_content c where c.message_id = m.id)";
    private static final String WHY = "update message set reasons = ? where id $in";
    static final String NEXT = "select due_at from message where state = 'HELD' and due_at is not null and "
            + BEFORE_DOUBT + " order by due_at limit 1";

    private static final String HAND_BACK =
            "update message set due_at = not_before where id $in and state = 'HELD' and due_at > ? and not_before <= ?";

    private static final Logger LOG = LoggerFactory.getLogger(Claiming.class);

    private Claiming() {}

    static List<SendRequest> claim(Session session, Room room, Duration lease) throws SQLException {
        Found found = look(session, room);
        if (found.ids.isEmpty()) {
            return List.of();
        }
        Trip claiming = new Trip(session);
        Trip.Found<List<Loaded>> loaded = load(claiming, found.ids);
        take(claiming, found.ids, found.now().plus(lease));
        claiming.go();
        return whole(session, found, loaded.get(), lease).stream()
                .map(Claim::request)
                .toList();
    }

    /** Locks what is due. */
    static Found look(Session session, Room room) throws SQLException {
        Trip looking = new Trip(session);
        Trip.Found<List<Installation>> installation = Installation.load(looking, session.dialect());
        Trip.Found<List<Waiting>> senders = looking.query(SENDERS, row -> new Waiting(row.text(), row.instantOrNull()));
        looking.go();
        Installation found = Installation.only(installation.get());
        return new Found(found, due(session, room, senders.get(), found.now()));
    }

    private static List<UUID> due(Session session, Room room, List<Waiting> senders, Instant now) throws SQLException {
        Map<String, Integer> shares = room.shares(senders.stream()
                .filter(one -> !one.first().isAfter(now))
                .sorted(Comparator.comparing(Waiting::first))
                .map(Waiting::sender)
                .toList());
        Trip locking = new Trip(session);
        List<Trip.Found<List<UUID>>> found = new ArrayList<>();
        new TreeMap<>(shares)
                .forEach((sender, most) -> found.add(locking.query(DUE, Row::id, sender, now, (long) most)));
        locking.go();
        List<UUID> due = new ArrayList<>();
        found.forEach(ids -> due.addAll(ids.get()));
        due.sort(Comparator.comparing(UUID::toString));
        return due;
    }

    /** Asks for all of it. */
    static Trip.Found<List<Loaded>> load(Trip trip, List<UUID> ids) {
        return trip.query(LOAD, Claiming::loaded, Keys.ids(ids));
    }

    /** The oldest first, without what cannot be sent to anybody any more, and what this program cannot read. */
    static List<Claim> whole(Session session, Found found, List<Loaded> loaded, Duration lease) throws SQLException {
        if (loaded.size() < found.ids.size()) {
            gone(session, found, loaded);
        }
        later(
                session,
                loaded.stream().filter(one -> one.claim == null).toList(),
                found.now().plus(lease));
        return loaded.stream()
                .flatMap(one -> Stream.ofNullable(one.claim))
                .sorted(Claim.OLDEST_FIRST)
                .toList();
    }

    /** A newer node may take them meanwhile; should there be none, they must not keep the others here. */
    private static void later(Session session, List<Loaded> unread, Instant until) throws SQLException {
        if (unread.isEmpty()) {
            return;
        }
        Trip trip = new Trip(session);
        take(trip, unread.stream().map(Loaded::id).sorted().toList(), until);
        trip.go();
        LOG.warn(
                "Found {} held messages that this node cannot read, such as {} ({}): written by a newer version, by a key"
                        + " that this node lacks, or changed by hand; the others go on, and they are looked at again at {}",
                unread.size(),
                unread.get(0).id,
                unread.get(0).why,
                until);
    }

    /** They are their sender's of now: due as they were, and free for whoever has room for that one's. */
    static void move(Session session, List<Claim> moved, PolicyDocument document) throws SQLException {
        Trip trip = new Trip(session);
        trip.bulk(
                MOVE,
                moved.stream()
                        .<@Nullable Object[]>map(claim -> new Object[] {
                            claim.request.id(),
                            claim.row.following(document).asked().sender()
                        })
                        .toList());
        trip.go();
    }

    /** Keeps others from them. */
    static void take(Session session, List<Claim> claims, Instant until) throws SQLException {
        Trip trip = new Trip(session);
        take(trip, claims.stream().map(claim -> claim.request.id()).sorted().toList(), until);
        trip.go();
    }

    private static void take(Trip trip, List<UUID> ids, Instant until) {
        long then = until.toEpochMilli();
        trip.bulk(
                CLAIM,
                ids.stream()
                        .<@Nullable Object[]>map(id -> new Object[] {id, then})
                        .toList());
    }

    private static void gone(Session session, Found found, List<Loaded> loaded) throws SQLException {
        List<UUID> gone = new ArrayList<>(found.ids);
        loaded.forEach(one -> gone.remove(one.id));
        List<UUID> without = session.query(
                WITHOUT_PAYLOAD, Row::id, Keys.ids(gone.stream().sorted().toList()));
        gone.removeAll(without);
        withoutPayload(session, without.stream().sorted().toList(), found.installation);
        forgotten(session, gone.stream().sorted().toList(), found.now());
    }

    /** They were given up as unknown, and that they were never sent is known since what they say was past its retention. */
    private static void withoutPayload(Session session, List<UUID> messages, Installation installation)
            throws SQLException {
        if (messages.isEmpty()) {
            return;
        }
        Happenings happenings = installation.happenings();
        Map<UUID, Progress> before = Settling.load(session, messages);
        Map<UUID, Progress> after = new TreeMap<>();
        before.forEach((id, p) -> {
            Progress denied = p.denied(installation.now());
            after.put(id, denied);
            happenings.ended(id, denied, Fold.PAYLOAD_REMOVED);
        });
        session.update(WHY, ReasonsJson.write(List.of(Fold.PAYLOAD_REMOVED)), Keys.ids(messages));
        Settling.save(session, before, after, happenings);
    }

    /** Whoever had the address last was erased, and the message stood with somebody else (S-23, S-47). */
    private static void forgotten(Session session, List<UUID> messages, Instant now) throws SQLException {
        if (messages.isEmpty()) {
            return;
        }
        Keys ids = Keys.ids(messages);
        session.update(DENY, MessageState.DENIED.name(), ReasonsJson.write(List.of(Fold.FORGOTTEN)), now, ids);
        session.update(NO_CONTENT, ids);
    }

    private static Loaded loaded(Row row) throws SQLException {
        UUID id = row.id();
        Address address = new Address(row.text(), row.text(), row.text(), row.text());
        Opener opener;
        try {
            opener = row.opener();
        } catch (IllegalStateException e) {
            // No such key; of a key provider that fails its own exception is told, as everywhere.
            return Loaded.unread(id, e);
        }
        try {
            return new Loaded(id, claim(row, address, opener), "");
        } catch (RuntimeException e) {
            return Loaded.unread(id, e);
        }
    }

    private static Claim claim(Row row, Address address, Opener opener) throws SQLException {
        String payload = Objects.requireNonNull(opener.open(row.text(), Sealed.PAYLOAD));
        String context = opener.open(row.textOrNull(), Sealed.CONTEXT);
        MessageRow read = MessageColumns.read(row, context);
        int attempt = read.progress().attempt();
        return new Claim(read.asked().request(address, ContentJson.read(payload), attempt), read);
    }

    static Optional<Duration> untilDue(Session session) throws SQLException {
        Trip trip = new Trip(session);
        Trip.Found<List<Installation>> installation = Installation.load(trip, session.dialect());
        Trip.Found<List<Instant>> next = trip.query(NEXT, Row::instant);
        trip.go();
        Instant now = Installation.only(installation.get()).now();
        return next.get().stream().findFirst().map(at -> Duration.between(now, at));
    }

    static int handBack(Session session, Collection<UUID> claimed) throws SQLException {
        Instant now = Installation.load(session).now();
        session.note(Note.DUE);
        session.dialect().tellDue(session);
        return claimed.isEmpty()
                ? 0
                : session.update(HAND_BACK, Keys.ids(claimed.stream().sorted().toList()), now, now);
    }

    static Optional<Instant> nextDue(Session session) throws SQLException {
        return session.first(NEXT, Row::instant);
    }

    /** A sender, and when the first of what is held of it is due, or null. */
    private record Waiting(String sender, @Nullable Instant due) {
        Instant first() {
            return due == null ? Instant.MAX : due;
        }
    }

    /** What is due. */
    record Found(Installation installation, List<UUID> ids) {
        Instant now() {
            return installation.now();
        }
    }

    /** One row of it, or why it could not be read. */
    record Loaded(UUID id, @Nullable Claim claim, String why) {

        /** The message of what was thrown may quote what was said, so it is not told. */
        static Loaded unread(UUID id, RuntimeException thrown) {
            return new Loaded(id, null, thrown.getClass().getSimpleName());
        }
    }

    /** One row of it, and the request that it was. */
    record Claim(SendRequest request, MessageRow row) {

        private static final Comparator<Claim> OLDEST_FIRST = Comparator.comparing(Claim::due)
                .thenComparing(claim -> claim.request.id().toString());

        /** Whether its purpose has another sender since it was held. */
        boolean moved(PolicyDocument document) {
            return !row.following(document).equals(row);
        }

        private Instant due() {
            Instant due = row.progress().due();
            return due == null ? row.progress().changed() : due;
        }
    }
}
