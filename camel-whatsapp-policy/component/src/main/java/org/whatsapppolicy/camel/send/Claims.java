package org.whatsapppolicy.camel.send;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.store.Room;

/**
 * Held messages that this node has claimed: those that are ready to begin, and those that have begun. Some are kept ready, so that a
 * claim is one transaction for many. Senders begin by turns, and one whose rate is limited has no more here than leaves soon.
 * Thread-safe.
 */
final class Claims {

    /** A claim is taken up by then or not at all: soon afterwards others may have it. */
    private final long goodFor;

    private final int ahead;
    private final Map<String, Share> shares = new HashMap<>();
    private final Map<UUID, Share> mine = new HashMap<>();
    private final Queue<Share> turns = new ArrayDeque<>();

    /**
     * @param ahead how many are kept ready at most, of senders without a limit
     * @param goodFor nanoseconds in which a claim is taken up or dropped
     */
    Claims(int ahead, long goodFor) {
        this.ahead = ahead;
        this.goodFor = goodFor;
    }

    /** How many to claim: none before half of what may be here has begun. */
    synchronized Room room() {
        int ready = 0;
        Map<String, Integer> limits = new HashMap<>();
        for (Share share : shares.values()) {
            if (share.pace.limited()) {
                int most = share.pace.ahead();
                limits.put(share.pace.sender(), share.claimed() > most / 2 ? 0 : most - share.claimed());
            } else {
                ready += share.ready.size();
            }
        }
        return new Room(ready > ahead / 2 ? 0 : ahead - ready, limits);
    }

    /** Senders of the document in force, so that there is a measure of what is claimed first, too. */
    synchronized void know(List<Pace> paces) {
        for (Pace pace : paces) {
            shares.computeIfAbsent(pace.sender(), name -> new Share(pace)).pace = pace;
        }
    }

    /** @param paces of the sender of each */
    synchronized void add(List<SendRequest> claimed, long now, Function<SendRequest, Pace> paces) {
        for (SendRequest one : claimed) {
            Pace pace = paces.apply(one);
            Share share = shares.computeIfAbsent(pace.sender(), name -> new Share(pace));
            share.pace = pace;
            if (mine.putIfAbsent(one.id(), share) == null) {
                if (share.ready.isEmpty()) {
                    turns.add(share);
                }
                share.ready.add(new Ready(one, now));
            }
        }
    }

    /**
     * The next that shall begin, or null; {@link #ended} is told of each.
     *
     * @param free whether one of a sender without a limit may, when so many of them have begun
     */
    synchronized @Nullable SendRequest begin(long now, Free free) {
        boolean open = free.at(begunWithoutLimit());
        for (int left = turns.size(); left > 0; left--) {
            Share share = turns.remove();
            SendRequest next = share.mayBegin(open) ? next(share, now) : null;
            if (!share.ready.isEmpty()) {
                turns.add(share);
            }
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    private int begunWithoutLimit() {
        int begun = 0;
        for (Share share : shares.values()) {
            begun += share.pace.limited() ? 0 : share.begun;
        }
        return begun;
    }

    private @Nullable SendRequest next(Share share, long now) {
        for (Ready next = share.ready.poll(); next != null; next = share.ready.poll()) {
            if (now - next.since < goodFor) {
                share.begun++;
                return next.request;
            }
            mine.remove(next.request.id());
        }
        return null;
    }

    synchronized void ended(UUID id) {
        Share share = mine.remove(id);
        if (share != null) {
            share.begun--;
        }
    }

    /** Takes out those that have not begun. */
    synchronized Collection<UUID> notBegun() {
        List<UUID> left = new ArrayList<>();
        for (Share share : shares.values()) {
            share.ready.forEach(one -> left.add(one.request.id()));
            share.ready.clear();
        }
        turns.clear();
        left.forEach(mine::remove);
        return left;
    }

    /** Everything that was claimed and has not ended. */
    synchronized Collection<UUID> all() {
        return List.copyOf(mine.keySet());
    }

    /** Whether there is a place for one more. */
    @FunctionalInterface
    interface Free {
        boolean at(int begun);
    }

    private record Ready(SendRequest request, long since) {}

    /** What is here of one sender. */
    private static final class Share {

        private final Queue<Ready> ready = new ArrayDeque<>();
        private Pace pace;
        private int begun;

        Share(Pace pace) {
            this.pace = pace;
        }

        int claimed() {
            return ready.size() + begun;
        }

        boolean mayBegin(boolean open) {
            return pace.limited() ? begun < pace.begun() : open;
        }
    }
}
