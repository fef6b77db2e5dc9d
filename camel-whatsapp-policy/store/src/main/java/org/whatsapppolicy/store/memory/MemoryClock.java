package org.whatsapppolicy.store.memory;

import java.time.Duration;
import java.time.Instant;
import org.whatsapppolicy.store.StoreClock;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.state.Millis;

/** The clock of {@link MemoryStore}; its lock guards it. */
final class MemoryClock {

    private final StoreOptions options;
    private Instant base;
    private Instant started;

    MemoryClock(StoreOptions options) {
        this.options = options;
        this.started = options.process().instant();
        this.base = started;
        if (options.clock() instanceof StoreClock.Running running) {
            base = running.start();
        } else if (options.clock() instanceof StoreClock.Frozen frozen) {
            base = frozen.start();
        }
    }

    Instant now() {
        if (options.clock() instanceof StoreClock.Frozen) {
            return Millis.cut(base);
        }
        return Millis.cut(base.plus(Duration.between(started, options.process().instant())));
    }

    void move(Instant to) {
        if (options.clock() instanceof StoreClock.Real) {
            throw new IllegalStateException("found a store in real time, expected one opened with a virtual clock");
        }
        base = to;
        started = options.process().instant();
    }
}
