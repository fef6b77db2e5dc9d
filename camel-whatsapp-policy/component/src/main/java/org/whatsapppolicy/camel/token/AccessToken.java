package org.whatsapppolicy.camel.token;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A sender's access token. Placeholders and vault references in it are resolved again at most about once a second, so that a
 * rotated secret counts without a restart. Thread-safe; resolving may block, so that {@link #value()} is for threads that may.
 */
public final class AccessToken {

    private static final long MAX_AGE = TimeUnit.SECONDS.toNanos(1);

    private final String written;
    private final UnaryOperator<String> placeholders;
    private final LongSupplier nanos;
    private volatile Resolved resolved;

    private record Resolved(String value, long at) {}

    /**
     * Resolves the token for the first time.
     *
     * @param written as the document has it
     * @param placeholders resolves placeholders and vault references
     * @param nanos a monotonic clock
     * @throws IllegalArgumentException when it does not resolve
     */
    public AccessToken(String written, UnaryOperator<String> placeholders, LongSupplier nanos) {
        this.written = written;
        this.placeholders = placeholders;
        this.nanos = nanos;
        this.resolved = resolve();
    }

    /** The token of the moment. Keeps the last one when its source cannot be read just now. */
    public String value() {
        Resolved now = resolved;
        if (nanos.getAsLong() - now.at < MAX_AGE) {
            return now.value;
        }
        try {
            now = resolve();
        } catch (RuntimeException e) {
            now = new Resolved(now.value, nanos.getAsLong());
        }
        resolved = now;
        return now.value;
    }

    /** The token as it was resolved last. Never blocks. */
    public String known() {
        return resolved.value;
    }

    /** Whether {@link #value()} would resolve it again now, which may block. */
    public boolean stale() {
        return nanos.getAsLong() - resolved.at >= MAX_AGE;
    }

    /**
     * Resolves at once, because the platform refused what was used.
     *
     * @return whether there is another one now, so that a new attempt makes sense
     */
    public boolean renewed(@Nullable String used) {
        Resolved now = resolved;
        if (!now.value.equals(used)) {
            return true;
        }
        try {
            now = resolve();
        } catch (RuntimeException e) {
            return false;
        }
        resolved = now;
        return !now.value.equals(used);
    }

    private Resolved resolve() {
        return new Resolved(placeholders.apply(written), nanos.getAsLong());
    }

    @Override
    public String toString() {
        return "AccessToken";
    }
}
