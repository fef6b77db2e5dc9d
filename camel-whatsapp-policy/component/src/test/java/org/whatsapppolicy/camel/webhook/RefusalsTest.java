package org.whatsapppolicy.camel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A wrong app secret is not silence, and a stranger who posts all day does not fill the disk. */
class RefusalsTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final List<String> lines = new ArrayList<>();
    private final Refusals refusals = new Refusals(nanos::get, lines::add);

    @Test
    void the_first_one_is_said_at_once_and_says_what_to_look_at() {
        assertThat(refusals.refused(Reply.FORGED)).isEqualTo(Reply.FORGED);

        assertThat(lines).singleElement().asString().contains("401", "appSecret", " 1 since");
    }

    @Test
    void the_next_line_comes_a_minute_later_and_counts_what_was_between() {
        for (int i = 0; i < 1_000; i++) {
            refusals.refused(Reply.FORGED);
        }
        assertThat(lines).hasSize(1);

        nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
        refusals.refused(Reply.NO_JSON);

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains(" 1000 since", "400");
    }
}
