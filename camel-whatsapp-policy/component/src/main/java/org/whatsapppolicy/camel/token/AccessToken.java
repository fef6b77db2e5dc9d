package org.whatsapppolicy.camel.token;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A sender's access token. Placeholders and vault references in it are resolved again at most about once a second, so that a
 * rotated secret counts without a restart. One reading at a time, on a thread that nobody waits on: a vault may hang. Thread-safe.
 */
public final class AccessToken {

    private static final long MAX_AGE = TimeUnit.SECONDS.toNanos(1);
    /** So long a request waits for what may be a newer one; a claim is good for a second. */
    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(200);
    /** So long one whose token was refused waits for another. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);
    /** A reading that takes longer keeps nobody from another: its connection may be dead. */
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);

    private static final CompletableFuture<Boolean> NOTHING_TO_WAIT_FOR = CompletableFuture.completedFuture(true);

    private final String written;
    private final UnaryOperator<String> placeholders;
    private final Executor readers;
    private final LongSupplier nanos;
    private final AtomicReference<@Nullable Reading> underWay = new AtomicReference<>();
    private volatile Resolved resolved;

    /** @param begun when the reading began that it is from */
    private record Resolved(String value, long begun, long at) {}

    /** One reading of the source. Waits for it count from its beginning, so that one that hangs is waited for once. */
    private record Reading(long begun, CompletableFuture<Boolean> ended, CompletableFuture<Boolean> moment) {}

    /** One that is resolved by those who ask for it, and now for the first time. For threads that may block. */
    public AccessToken(String written, UnaryOperator<String> placeholders, LongSupplier nanos) {
        this(written, placeholders, Runnable::run, nanos);
    }

    /**
     * Resolves the token for the first time, on this thread.
     *
     * @param written as the document has it
     * @param placeholders resolves placeholders and vault references
     * @param readers runs what resolves it again, which may block
     * @param nanos a monotonic clock
     * @throws IllegalArgumentException when it does not resolve
     */
    public AccessToken(String written, UnaryOperator<String> placeholders, Executor readers, LongSupplier nanos) {
        this.written = written;
        this.placeholders = placeholders;
        this.readers = readers;
        this.nanos = nanos;
        long now = nanos.getAsLong();
        this.resolved = new Resolved(placeholders.apply(written), now, nanos.getAsLong());
    }

    /** The token as it was resolved last. Never blocks. */
    public String known() {
        return resolved.value;
    }

    /** The token of the moment, for threads that may block. Keeps the last one when its source cannot be read just now. */
    public String value() {
        if (old() && underWay.get() == null) {
            reading().ended.join();
        }
        return known();
    }

    /**
     * When {@link #known()} is as new as a request may wait for: at once as a rule, and after a moment at the latest. What takes
     * longer to read counts when it is there.
     */
    public CompletableFuture<Boolean> ready() {
        return old() ? reading().moment : NOTHING_TO_WAIT_FOR;
    }

    /**
     * Resolves at once, because the platform refused what was used.
     *
     * @return whether there is another one now, so that a new attempt makes sense; known within a few seconds
     */
    public CompletableFuture<Boolean> renewed(@Nullable String used) {
        long refused = nanos.getAsLong();
        if (another(used)) {
            return CompletableFuture.completedFuture(true);
        }
        Reading first = reading();
        return patiently(first)
                // What was read before the refusal may be what was refused.
                .thenCompose(
                        unused -> another(used) || first.begun - refused >= 0 ? patiently(first) : patiently(reading()))
                .thenApply(unused -> another(used));
    }

    private boolean another(@Nullable String used) {
        return !known().equals(used);
    }

    private boolean old() {
        return nanos.getAsLong() - resolved.at >= MAX_AGE;
    }

    private CompletableFuture<Boolean> patiently(Reading reading) {
        long left = reading.begun + PATIENCE - nanos.getAsLong();
        return left <= 0 || reading.ended.isDone()
                ? NOTHING_TO_WAIT_FOR
                : reading.ended.copy().completeOnTimeout(false, left, TimeUnit.NANOSECONDS);
    }

    /** The reading that is under way, or else a new one. */
    private Reading reading() {
        long now = nanos.getAsLong();
        Reading before = underWay.get();
        if (before != null && now - before.begun < LONGEST) {
            return before;
        }
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        Reading next = new Reading(now, ended, ended.copy().completeOnTimeout(false, MOMENT, TimeUnit.NANOSECONDS));
        if (!underWay.compareAndSet(before, next)) {
            return reading();
        }
        try {
            readers.execute(() -> read(next));
        } catch (RuntimeException | Error e) {
            // No thread can be started just now, or none any more.
            end(next, null);
        }
        return next;
    }

    private void read(Reading reading) {
        try {
            end(reading, placeholders.apply(written));
        } catch (RuntimeException | Error e) {
            // The last one stays.
            end(reading, null);
        }
    }

    private void end(Reading reading, @Nullable String value) {
        take(reading, value);
        underWay.compareAndSet(reading, null);
        reading.ended.complete(value != null);
    }

    /** Of two that overtake each other the older one must not win. */
    private synchronized void take(Reading reading, @Nullable String value) {
        if (reading.begun - resolved.begun >= 0) {
            resolved = new Resolved(value == null ? resolved.value : value, reading.begun, nanos.getAsLong());
        }
    }

    @Override
    public String toString() {
        return "AccessToken";
    }
}
