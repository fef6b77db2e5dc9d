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
    private int moves;
    private Duration back = Duration.ZERO;

    @Test
    @DisplayName(
            "M-6: while the database is busy the store's clock never goes back, and catches up with the platform's")
    void a_busy_database() {
        SimulatorClock platform = SimulatorClock.virtual(Setting.START);
        try (VirtualTime time = new VirtualTime(busy(), platform)) {
            time.step(Duration.ofHours(3));

            assertThat(back).isZero();
            assertThat(Duration.between(store.now(), platform.now())).isLessThan(CLOSE);
            assertThat(store.now()).isAfter(Setting.START.plus(Duration.ofHours(3)));
        }
    }

    @Test
    void while_the_database_answers_late_its_clock_shows_no_more_than_the_latest_and_no_less_than_the_earliest() {
        try (VirtualTime time = new VirtualTime(late(), SimulatorClock.virtual(Setting.START))) {
            Instant before = store.now();
            long nanos = System.nanoTime();
            Instant after = store.now();

            assertThat(time.latest(nanos)).isAfterOrEqualTo(before);
            assertThat(time.earliest(nanos)).isBeforeOrEqualTo(after);
        }
    }

    private PolicyStore late() {
        return (PolicyStore) Proxy.newProxyInstance(
                PolicyStore.class.getClassLoader(), new Class<?>[] {PolicyStore.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(store, arguments);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
                    return answer;
                });
    }

    /** The first moves take longer and longer, the later ones no time. */
    private PolicyStore busy() {
        return (PolicyStore) Proxy.newProxyInstance(
                PolicyStore.class.getClassLoader(), new Class<?>[] {PolicyStore.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("moveClock")) {
                        return method.invoke(store, arguments);
                    }
                    moves++;
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(moves > 3 ? 0 : moves * 150L));
                    Instant before = store.now();
                    Object nothing = method.invoke(store, arguments);
                    Duration lost = Duration.between(store.now(), before);
                    back = lost.compareTo(back) > 0 ? lost : back;
                    return nothing;
                });
    }
}
