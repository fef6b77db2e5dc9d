package org.whatsapppolicy.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.decision.Hearing.News;

@DisplayName("S-20: whether the platform is heard")
class HearingTest {

    private static final Instant T = Instant.parse("2026-03-24T12:00:00Z");

    private static News news(@Nullable Integer status, @Nullable Integer accepted) {
        return new News(T, at(status), at(accepted), null);
    }

    private static @Nullable Instant at(@Nullable Integer second) {
        return second == null ? null : T.plusSeconds(second);
    }

    @Test
    void silence_counts_from_the_first_message_that_was_not_heard_of() {
        Hearing waiting = Hearing.NOTHING.after(news(null, 10)).after(news(null, 20));
        assertThat(waiting.unheardSince()).isEqualTo(at(10));
        assertThat(waiting.silent(Duration.ofMinutes(15))).isEqualTo(at(910));
        assertThat(waiting.silent(null)).isNull();
        assertThat(waiting.after(news(15, null)).unheardSince()).isNull();
        assertThat(waiting.after(news(15, 30)).unheardSince()).isEqualTo(at(30));
        assertThat(waiting.after(news(5, null)).unheardSince()).isEqualTo(at(10));
    }

    @Test
    void who_never_sent_is_not_silent() {
        assertThat(Hearing.NOTHING.after(news(5, null)).silent(Duration.ofMinutes(15)))
                .isNull();
    }

    @Test
    @DisplayName("news of several nodes, late and twice, never leave more silence than there is")
    void order_does_not_hide_a_status() {
        List<News> all = new ArrayList<>(List.of(news(null, 10), news(40, null), news(null, 30), news(20, null)));
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(all, new Random(seed));
            Hearing hearing = Hearing.NOTHING;
            for (News one : all) {
                hearing = hearing.after(one).after(one);
            }
            assertThat(hearing.unheardSince()).isNull();
            assertThat(hearing.heard()).isEqualTo(at(40));
        }
    }

    @Test
    void what_is_not_known_of_the_subscription_changes_nothing() {
        Hearing deaf = Hearing.NOTHING.after(new News(T, null, null, false));
        assertThat(deaf.deafSince()).isEqualTo(T);
        assertThat(deaf.after(new News(T.plusSeconds(9), null, null, false)).deafSince())
                .isEqualTo(T);
        assertThat(deaf.after(news(1, 2)).deafSince()).isEqualTo(T);
        assertThat(deaf.after(new News(T, null, null, true)).deafSince()).isNull();
    }
}
