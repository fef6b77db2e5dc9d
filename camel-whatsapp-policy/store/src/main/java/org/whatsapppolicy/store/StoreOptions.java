package org.whatsapppolicy.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.store.seal.KeyProvider;

/**
 * How a store is opened. Immutable; start from {@link #DEFAULTS}.
 *
 * @param applySchema whether missing schema scripts are applied at start; if not, they are asked for by name
 * @param clock which time the store lives in
 * @param process the process's own clock, used where the database has none
 * @param sendLease how long an ALLOW stands at most before its request must have begun (M-2)
 * @param answerTimeout how long after that a request may wait for its answer; until then a silent one counts (M-5)
 * @param patience how long a method waits at most for locks and for an answer of the database
 * @param keys by which what can be erased is encrypted, or null when it is not (S-47)
 */
public record StoreOptions(
        boolean applySchema,
        StoreClock clock,
        InstantSource process,
        Duration sendLease,
        Duration answerTimeout,
        Duration patience,
        @Nullable KeyProvider keys) {

    /** Schema applied, real time, 1 s to begin a request, 30 s for its answer, 10 s of patience. */
    public static final StoreOptions DEFAULTS = new StoreOptions(
            true,
            new StoreClock.Real(),
            InstantSource.system(),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            null);

    public StoreOptions {
        atMost(sendLease, Duration.ofMinutes(1), "sendLease");
        atMost(answerTimeout, Duration.ofHours(1), "answerTimeout");
        positive(patience, "patience");
    }

    /** The user applies the scripts himself. */
    public StoreOptions withoutSchema() {
        return new StoreOptions(false, clock, process, sendLease, answerTimeout, patience, keys);
    }

    /** With another clock. */
    public StoreOptions clock(StoreClock other) {
        return new StoreOptions(applySchema, other, process, sendLease, answerTimeout, patience, keys);
    }

    /** With a virtual clock that stands still at {@code start}. */
    public StoreOptions frozenAt(Instant start) {
        return clock(new StoreClock.Frozen(start));
    }

    /** With another process clock. */
    public StoreOptions process(InstantSource other) {
        return new StoreOptions(applySchema, clock, other, sendLease, answerTimeout, patience, keys);
    }

    /** With another bound for a request's answer: the transport's. */
    public StoreOptions answerTimeout(Duration other) {
        return new StoreOptions(applySchema, clock, process, sendLease, other, patience, keys);
    }

    /** With another bound of waiting. */
    public StoreOptions patience(Duration other) {
        return new StoreOptions(applySchema, clock, process, sendLease, answerTimeout, other, keys);
    }

    /** With keys that encrypt what can be erased, or without any. */
    public StoreOptions keys(@Nullable KeyProvider other) {
        return new StoreOptions(applySchema, clock, process, sendLease, answerTimeout, patience, other);
    }

    private static void atMost(Duration duration, Duration most, String name) {
        positive(duration, name);
        if (duration.compareTo(most) > 0) {
            throw new IllegalArgumentException(name + ": found " + duration + ", expected at most " + most);
        }
    }

    private static void positive(Duration duration, String name) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + ": found " + duration + ", expected more than zero");
        }
    }
}
