package org.whatsapppolicy.camel.send;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.Sender;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.Room;

/**
 * Opens senders' lanes for held messages, on threads that nobody else waits for: to read a token for the first time may take long,
 * or fail. Claims that wait for one are given back meanwhile, and no more of that sender are claimed. Thread-safe.
 */
final class Openings {

    private static final Logger LOG = LoggerFactory.getLogger(Openings.class);
    /** After a failure nobody asks for that token again for so long. */
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(10);
    /** One that hangs may hang for good, as on a connection whose other end is gone: then another is begun beside it. */
    private static final long HANGS = TimeUnit.MINUTES.toNanos(5);

    private final Lanes lanes;
    private final PolicyStore store;
    private final Executor blocking;
    private final LongSupplier nanos;
    private final Runnable opened;
    private final Map<Sender, Attempt> attempts = new ConcurrentHashMap<>();
    private final Unsent waiting = new Unsent();

    /**
     * @param opened is told of each lane that opened
     * @param nanos a monotonic clock
     */
    Openings(Lanes lanes, PolicyStore store, Executor blocking, LongSupplier nanos, Runnable opened) {
        this.lanes = lanes;
        this.store = store;
        this.blocking = blocking;
        this.nanos = nanos;
        this.opened = opened;
    }

    /** Whether the message cannot begin before its sender's lane is open. */
    boolean neededBy(SendRequest claimed) {
        return lanes.unopened(claimed) != null;
    }

    /**
     * Lets those through whose lane is open, and opens those of the others. They come again together then, so that they leave as
     * all of that sender do, and do not take every connection as they would begin one by one.
     */
    List<SendRequest> through(List<SendRequest> claimed) {
        Map<Boolean, List<SendRequest>> needing = claimed.stream().collect(Collectors.partitioningBy(this::neededBy));
        begin(needing.getOrDefault(true, List.of()));
        return needing.getOrDefault(false, List.of());
    }

    /** Gives their claims back, and opens the lanes, unless that is being done or failed a moment ago. */
    void begin(List<SendRequest> claimed) {
        // All before the first opens: who opened gives back what is there.
        waiting.add(claimed.stream().map(SendRequest::id).toList());
        for (SendRequest one : claimed) {
            Sender sender = lanes.unopened(one);
            Attempt attempt = new Attempt(nanos.getAsLong());
            if (sender != null && attempts.putIfAbsent(sender, attempt) == null) {
                begin(sender, attempt);
            }
        }
    }

    private void begin(Sender sender, Attempt attempt) {
        try {
            blocking.execute(() -> open(sender, attempt));
        } catch (RuntimeException | Error e) {
            // No thread can be started just now, or none any more.
            failed(sender, attempt, e);
        }
    }

    private void open(Sender sender, Attempt attempt) {
        try {
            Lane unused = lanes.open(sender);
            attempts.remove(sender, attempt);
            waiting.bring(store);
            opened.run();
        } catch (RuntimeException | Error e) {
            failed(sender, attempt, e);
        }
    }

    private void failed(Sender sender, Attempt attempt, Throwable why) {
        attempt.rest(nanos.getAsLong());
        LOG.warn("Held messages of sender {} cannot begin just now: {}", sender.name(), why.toString());
    }

    /** Room for nobody whose lane is being opened, or could not be opened a moment ago, unless another way there was opened. */
    Room room(Room ahead) {
        long now = nanos.getAsLong();
        attempts.entrySet().removeIf(one -> one.getValue().over(now) || !lanes.lacks(one.getKey()));
        return attempts.isEmpty()
                ? ahead
                : ahead.without(attempts.keySet().stream().map(Sender::name).toList());
    }

    /** Whether no claim is to be given back. */
    boolean none() {
        return waiting.none();
    }

    /** Gives claims back, if the store takes them. */
    void bring() {
        waiting.bring(store);
    }

    /** One opening: under way, or failed and resting. */
    private static final class Attempt {

        private volatile Phase phase;

        Attempt(long begun) {
            phase = new Phase(begun, HANGS);
        }

        void rest(long now) {
            phase = new Phase(now, PAUSE);
        }

        boolean over(long now) {
            return phase.over(now);
        }
    }

    private record Phase(long since, long lasts) {
        boolean over(long now) {
            return now - since >= lasts;
        }
    }
}
