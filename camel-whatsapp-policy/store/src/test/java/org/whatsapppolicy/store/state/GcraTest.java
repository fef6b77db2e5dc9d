package org.whatsapppolicy.store.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("M-7: tokens of a sender")
class GcraTest {

    private static final long NOW = Duration.ofDays(20_000).toNanos();
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    @Test
    void those_who_wait_are_served_one_after_another() {
        Gcra taken = Gcra.take(NOW + MINUTE, NOW, 1, 1);
        assertThat(taken.lease().in()).isEqualTo(Duration.ofMinutes(1));
        assertThat(taken.tat()).isEqualTo(NOW + MINUTE + Duration.ofSeconds(1).toNanos());
    }

    @Test
    @DisplayName("M-6: a clock that steps back by hours holds a sender for minutes at most")
    void a_clock_that_steps_back_does_not_hold_the_sender() {
        assertThat(Gcra.take(NOW + 5 * MINUTE, NOW, 80, 8).lease().in()).isEqualTo(Duration.ofMinutes(5));
        assertThat(Gcra.take(NOW + 5 * MINUTE + 1, NOW, 80, 8).lease().in()).isZero();
    }
}
