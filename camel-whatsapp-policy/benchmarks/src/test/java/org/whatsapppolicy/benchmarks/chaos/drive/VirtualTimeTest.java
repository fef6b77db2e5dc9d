package org.whatsapppolicy.benchmarks.chaos.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreClock;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.memory.MemoryStore;

class VirtualTimeTest {

    private static final Duration CLOSE = Duration.ofMillis(100);

    private final PolicyStore store =
            new MemoryStore(StoreOptions.DEFAULTS.clock(new StoreClock.Running(Setting.START)));

    @Test
    @DisplayName(
            "M-6: however long the database takes for a step, the store's clock is not behind the platform's afterwards")
    void a_busy_database() {
        SimulatorClock platform = SimulatorClock.virtual(Setting.START);
        try (VirtualTime time = new VirtualTime(slow("moveClock"), platform)) {
            time.step(Duration.ofHours(3));

            Instant there = platform.now();
            assertThat(store.now()).isAfterOrEqualTo(there.minus(CLOSE));
            assertThat(there).isAfter(Setting.START.plus(Duration.ofHours(3)));
        }
    }

    @Test
    void while_the_database_answers_late_its_clock_shows_no_more_than_the_latest_and_no_less_than_the_earliest() {
        try (VirtualTime time = new VirtualTime(slow("now"), SimulatorClock.virtual(Setting.START))) {
            Instant before = store.now();
            long nanos = System.nanoTime();
            Instant after = store.now();

            assertThat(time.latest(nanos)).isAfterOrEqualTo(before);
            assertThat(time.earliest(nanos)).isBeforeOrEqualTo(after);
        }
    }

    /** It takes some time before that, and after it. */
    private PolicyStore slow(String what) {
        return (PolicyStore) Proxy.newProxyInstance(
                PolicyStore.class.getClassLoader(), new Class<?>[] {PolicyStore.class}, (proxy, method, arguments) -> {
                    long pause = method.getName().equals(what) ? 300 : 0;
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
                    Object answer = method.invoke(store, arguments);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
                    return answer;
                });
    }
}
