package org.whatsapppolicy.camel.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("M-2: how much may be decided before a connection is free")
class HeadwayTest {

    private static final int MOST = 192;
    private final Headway headway = new Headway(MOST, 0);
    private long now;

    private int answers(int many, long everyMicros) {
        int change = 0;
        for (int i = 0; i < many; i++) {
            now += TimeUnit.MICROSECONDS.toNanos(everyMicros);
            change += headway.answered(now);
        }
        return change;
    }

    @Test
    void nothing_before_anything_was_answered() {
        assertThat(headway.allowed()).isZero();
    }

    @Test
    void what_is_answered_in_a_twentieth_of_a_second() {
        int change = answers(1_000, 1_000);
        assertThat(headway.allowed()).isEqualTo(50);
        assertThat(change).isEqualTo(50);
    }

    @Test
    void no_more_than_the_bound_however_fast() {
        answers(10_000, 100);
        assertThat(headway.allowed()).isEqualTo(MOST);
    }

    @Test
    void next_to_nothing_where_answers_take_long() {
        answers(10_000, 100);
        int change = answers(10, 300_000);
        assertThat(headway.allowed()).isZero();
        assertThat(change).isEqualTo(-MOST);
    }
}
