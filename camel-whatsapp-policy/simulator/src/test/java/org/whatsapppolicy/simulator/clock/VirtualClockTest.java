package org.whatsapppolicy.simulator.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VirtualClockTest {

    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    private final SimulatorClock clock = SimulatorClock.virtual(START);

    @Test
    void tasks_of_one_instant_run_in_the_order_in_which_they_were_scheduled() {
        List<Integer> ran = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int number = i;
            clock.schedule(Duration.ofSeconds(1), () -> ran.add(number));
        }
        clock.advance(Duration.ofSeconds(1));
        assertThat(ran).hasSize(100).isSorted();
    }

    @Test
    void half_a_million_tasks_run_in_order_of_time_each_at_its_own() {
        SplittableRandom random = new SplittableRandom(1);
        long[] last = {START.toEpochMilli(), 0, 0};
        for (int i = 0; i < 500_000; i++) {
            long after = random.nextLong(1, Duration.ofDays(7).toMillis());
            clock.schedule(Duration.ofMillis(after), () -> {
                boolean inTime = clock.millis() == START.toEpochMilli() + after && clock.millis() >= last[0];
                last[2] += inTime ? 0 : 1;
                last[0] = clock.millis();
                last[1]++;
            });
        }
        clock.advance(Duration.ofDays(7));
        assertThat(last[1]).isEqualTo(500_000);
        assertThat(last[2]).as("out of order or at another time").isZero();
        assertThat(clock.now()).isEqualTo(START.plus(Duration.ofDays(7)));
    }

    @Test
    void time_does_not_go_back() {
        assertThatThrownBy(() -> clock.advance(Duration.ofMillis(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
