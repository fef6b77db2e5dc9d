package org.whatsapppolicy.camel.webhook;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.send.Later;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.store.PolicyStore;

/**
 * Waits, after an opt-out was recorded, until no request to these people can begin any more that was decided before (S-21).
 * Blocks nobody who waits. Thread-safe.
 */
public final class UnderWay {

    private static final Logger LOG = LoggerFactory.getLogger(UnderWay.class);

    /** How long it waits at most. */
    public static final Duration LONGEST_WAIT = Duration.ofMillis(1500);

    private static final long LOOK_AGAIN = 20;

    private final PolicyStore store;
    private final Executor blocking;
    private final Later timer;
    private final LongSupplier nanos;

    /**
     * Makes one.
     *
     * @param blocking runs what blocks on the store
     * @param nanos a monotonic clock
     */
    public UnderWay(PolicyStore store, Executor blocking, Later timer, LongSupplier nanos) {
        this.store = store;
        this.blocking = blocking;
        this.timer = timer;
        this.nanos = nanos;
    }

    /**
     * Looks at once, on the calling thread, which may block; again and again on others.
     *
     * @param done is told, exactly once, whether it is over; false when it took too long or is not known, as when this node stops
     */
    public void over(Set<Recipient> people, Consumer<Boolean> done) {
        look(people, nanos.getAsLong(), done);
    }

    /**
     * Says so when the time is over, in which a request that was decided before may still begin; at once when there is none. Fails
     * when this node stops meanwhile: other nodes may begin one.
     */
    public CompletableFuture<Void> past(Duration howLong) {
        CompletableFuture<Void> past = new CompletableFuture<>();
        if (howLong.isZero()) {
            past.complete(null);
        } else {
            timer.in(
                    howLong.toNanos(),
                    TimeUnit.NANOSECONDS,
                    () -> past.complete(null),
                    () -> past.completeExceptionally(stopping(howLong)));
        }
        return past;
    }

    private static IllegalStateException stopping(Duration howLong) {
        return new IllegalStateException(
                "whatsapp-policy is stopping: what was asked for is recorded, but a request that was"
                        + " decided before may still begin within " + howLong.toMillis() + " ms");
    }

    private void look(Set<Recipient> people, long since, Consumer<Boolean> done) {
        boolean over;
        try {
            over = store.inbox().underWay(people).isEmpty();
        } catch (RuntimeException e) {
            LOG.warn("It is not known what is under way to a person who opted out: {}", e.toString());
            done.accept(false);
            return;
        }
        if (over || nanos.getAsLong() - since >= LONGEST_WAIT.toNanos()) {
            done.accept(over);
        } else {
            timer.in(LOOK_AGAIN, TimeUnit.MILLISECONDS, () -> again(people, since, done), () -> done.accept(false));
        }
    }

    private void again(Set<Recipient> people, long since, Consumer<Boolean> done) {
        try {
            blocking.execute(() -> look(people, since, done));
        } catch (RejectedExecutionException e) {
            done.accept(false);
        }
    }
}
