package org.whatsapppolicy.camel.send;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Due;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.Room;

/**
 * Due messages that nothing keeps from leaving: their senders have no limit and nobody outside has to be asked. They are found and
 * decided in one transaction, with their permits in hand (M-2). It begins when there is room for a good many, or nothing is under
 * way. Claims and ends are told from any thread; the rest is for one.
 */
final class Departures {

    /** The part of what may be under way that has to be free before more are fetched. */
    private static final int PART = 2;
    /** The part of the connections that is left to routes that send at the same time, and the part that they leave. */
    private static final int OTHERS = 8;

    private static final int MOST = 256;
    /** Those of senders that answer come back sooner. Those whose do not, keep nobody else's waiting for longer. */
    private static final long SLOW = TimeUnit.MILLISECONDS.toNanos(100);

    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    private final Messenger messenger;
    private final PolicyStore store;
    private final Supplier<PolicyEngine> engine;
    private final Lanes lanes;
    private final Gate gate;
    private final Unsettled unsettled;
    private final int connections;
    private final Duration lease;
    private final Departed departed = new Departed();
    /** Whether nothing hindered any of what was found last. Else permits would be taken, for a moment, for nobody. */
    private boolean worthwhile = true;

    private long looked;
    /** Whether there is room only for senders of whom nothing is under way, because the others are slow. */
    private boolean partly;

    /** @param lease of those that are claimed only */
    Departures(
            Messenger messenger,
            PolicyStore store,
            Supplier<PolicyEngine> engine,
            Lanes lanes,
            Gate gate,
            Unsettled unsettled,
            int connections,
            Duration lease) {
        this.messenger = messenger;
        this.store = store;
        this.engine = engine;
        this.lanes = lanes;
        this.gate = gate;
        this.unsettled = unsettled;
        this.connections = connections;
        this.lease = lease;
    }

    /** How many to look for just now, none while it is better to wait, for a moment, until there is room for more. */
    Room room(Room ahead) {
        partly = false;
        if (!worthwhile) {
            return ahead;
        }
        if (free() >= enough()) {
            return with(ahead, Math.min(free(), MOST));
        }
        if (departed.all() <= gate.most() / OTHERS) {
            // Where routes have the connections, a few wait for theirs among them.
            return with(ahead, Math.max(1, connections / OTHERS));
        }
        partly = messenger.nanos() - looked >= SLOW;
        return partly ? ahead.without(departed.senders()) : with(ahead, 0);
    }

    /** Whether there may be more than the so many that were found. */
    boolean more(int found, Room room) {
        return partly || found == room.most();
    }

    private static Room with(Room room, int most) {
        return new Room(Math.min(room.most(), most), room.ofSender());
    }

    /** Whether there is room for enough of them. */
    boolean open() {
        return free() >= enough();
    }

    private int free() {
        return gate.free() - connections / OTHERS;
    }

    private int enough() {
        return departed.all() == 0 ? 1 : Math.max(1, gate.most() / PART);
    }

    /**
     * Claims, and sends what may go at once.
     *
     * @param ended is told of each that ended
     * @return what is claimed only, and how many there were in all
     */
    Found find(Room room, Runnable ended) {
        looked = messenger.nanos();
        int permits = worthwhile && room.most() <= free() ? gate.take(room.most()) : 0;
        if (permits == 0) {
            List<SendRequest> claimed = store.departDue(room, lease, one -> false, engine.get()).stream()
                    .map(Due::request)
                    .toList();
            if (!partly && !claimed.isEmpty()) {
                worthwhile = claimed.stream().anyMatch(this::unhindered);
            }
            return new Found(claimed, claimed.size());
        }
        int left = permits;
        try {
            long before = messenger.nanos();
            List<Due> due = store.departDue(new Room(permits, room.ofSender()), lease, this::ready, engine.get());
            worthwhile = due.isEmpty() || due.stream().anyMatch(one -> unhindered(one.request()));
            List<SendRequest> claimed = new ArrayList<>();
            for (Due one : due) {
                if (one.decided() == null) {
                    claimed.add(one.request());
                } else if (leaves(one.request(), one.decided(), before, ended)) {
                    left--;
                }
            }
            return new Found(claimed, due.size());
        } finally {
            gate.giveBack(left);
        }
    }

    /** Whether its permit is used; the others of its transaction go on if it is not, for nobody else has them. */
    private boolean leaves(SendRequest request, Admission.Decided decided, long before, Runnable ended) {
        String sender = lanes.pace(request).sender();
        departed.begun(sender);
        try {
            messenger.sendDecided(request, decided, before, new Waiter(result -> {
                departed.ended(sender);
                ended.run();
            }));
            return true;
        } catch (RuntimeException e) {
            departed.ended(sender);
            unsettled.add(new Settlement(decided.messageId(), decided.attempt(), new Outcome.NotBegun()));
            LOG.warn("Message {} was allowed and could not begin, it is held again: {}", request.id(), e.toString());
            return false;
        }
    }

    /** Asked under locks: who leaves as the first of a sender goes the other way, which opens its lane. */
    private boolean ready(SendRequest request) {
        return lanes.unopened(request) == null && unhindered(request);
    }

    /** Whether it leaves at once when its sender's lane is open. */
    private boolean unhindered(SendRequest request) {
        PolicyDocument document = engine.get().document();
        return !lanes.pace(request).limited() && Questions.askedOf(request, document) == null;
    }

    /**
     * What was found.
     *
     * @param claimed what is claimed and was not decided
     * @param all how many with what was
     */
    record Found(List<SendRequest> claimed, int all) {}
}
