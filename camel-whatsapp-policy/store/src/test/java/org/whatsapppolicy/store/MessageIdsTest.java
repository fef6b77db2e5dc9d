package org.whatsapppolicy.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageIdsTest {

    private Instant now = Instant.parse("2026-03-10T12:00:00Z");
    private final MessageIds ids = new MessageIds(() -> now, new Random(1));

    @Test
    void are_of_version_7_and_begin_with_the_time() {
        UUID id = ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(now.toEpochMilli());
    }

    @Test
    void sort_in_the_order_in_which_they_were_made_also_when_the_clock_steps_back() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            now = i % 5_000 == 0 ? now.minusMillis(3) : now;
            made.add(ids.next().toString());
        }
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }
}
