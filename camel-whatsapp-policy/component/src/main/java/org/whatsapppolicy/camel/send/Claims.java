package org.whatsapppolicy.camel.send;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.SendRequest;

/**
 * Held messages that this node has claimed: those that are ready to begin, and those that have begun. Some are kept ready, so that a
 * claim is one transaction for many. Thread-safe.
 */
final class Claims {

    /** A claim is taken up by then or not at all: soon afterwards others may have it. */
    private final long goodFor;

    private final int ahead;
    private final ConcurrentLinkedQueue<Ready> ready = new ConcurrentLinkedQueue<>();
    private final AtomicInteger readySize = new AtomicInteger();
    private final Set<UUID> mine = ConcurrentHashMap.newKeySet();
    private final AtomicInteger begun = new AtomicInteger();

    /**
     * @param ahead how many are kept ready at most
     * @param goodFor nanoseconds in which a claim is taken up or dropped
     */
    Claims(int ahead, long goodFor) {
        this.ahead = ahead;
        this.goodFor = goodFor;
    }

    /** How many to claim: none before half of what is kept ready has begun. */
    int room() {
        int there = readySize.get();
        return there > ahead / 2 ? 0 : ahead - there;
    }

    void add(List<SendRequest> claimed, long now) {
        for (SendRequest one : claimed) {
            if (mine.add(one.id())) {
                readySize.incrementAndGet();
                ready.add(new Ready(one, now));
            }
        }
    }

    /** The next that shall begin, or null; {@link #ended} is told of each. */
    @Nullable
    SendRequest begin(long now) {
        for (Ready next = ready.poll(); next != null; next = ready.poll()) {
            readySize.decrementAndGet();
            if (now - next.since < goodFor) {
                begun.incrementAndGet();
                return next.request;
            }
            mine.remove(next.request.id());
        }
        return null;
    }

    void ended(UUID id) {
        if (mine.remove(id)) {
            begun.decrementAndGet();
        }
    }

    /** How many have begun and not ended. */
    int begun() {
        return begun.get();
    }

    /** Everything that was claimed and has not ended. */
    Collection<UUID> all() {
        return List.copyOf(mine);
    }

    private record Ready(SendRequest request, long since) {}
}
