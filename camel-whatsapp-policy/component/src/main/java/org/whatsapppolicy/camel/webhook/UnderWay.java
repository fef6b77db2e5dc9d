package org.whatsapppolicy.camel.webhook;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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

    /**
     * Makes one.
     *
     * @param blocking runs what blocks on the store
     */
    public UnderWay(PolicyStore store, Executor blocking, Later timer) {
        this.store = store;
        this.blocking = blocking;
        this.timer = timer;
    }

    /**
     * Looks at once, on the calling thread, which may block; again and again on others.
     *
     * @param done is told, exactly once, whether it is over; false when it took too long or is not known, as when this node stops
     */
    public void over(Set<Recipient> people, Consumer<Boolean> done) {
        Once told = new Once(done);
        // Beside the looks and not between them: a store that is slow to answer keeps nobody for longer.
        timer.in(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS, () -> told.accept(false), () -> told.accept(false));
        look(people, told);
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

    private void look(Set<Recipient> people, Once told) {
        if (told.isDone()) {
            return;
        }
        boolean over;
        try {
            over = store.inbox().underWay(people).isEmpty();
        } catch (RuntimeException e) {
            LOG.warn("It is not known what is under way to a person who opted out: {}", e.toString());
            told.accept(false);
            return;
        }
        if (over) {
            told.accept(true);
        } else {
            timer.in(LOOK_AGAIN, TimeUnit.MILLISECONDS, () -> again(people, told));
        }
    }

    private void again(Set<Recipient> people, Once told) {
        try {
            blocking.execute(() -> look(people, told));
        } catch (RejectedExecutionException e) {
            told.accept(false);
        }
    }

    /** Who waits is told the first answer and no other. */
    private static final class Once {

        private final AtomicReference<@Nullable Consumer<Boolean>> waiting;

        Once(Consumer<Boolean> done) {
            this.waiting = new AtomicReference<>(done);
        }

        void accept(boolean over) {
            Consumer<Boolean> first = waiting.getAndSet(null);
            if (first != null) {
                first.accept(over);
            }
        }

        boolean isDone() {
            return waiting.get() == null;
        }
    }
}
