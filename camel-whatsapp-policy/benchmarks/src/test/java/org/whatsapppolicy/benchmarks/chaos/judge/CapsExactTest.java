package org.whatsapppolicy.benchmarks.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.benchmarks.chaos.drive.Scene;

/** S-39. The cap of these is one a day. */
class CapsExactTest {

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Scene scene = new Scene();

    @Test
    @DisplayName("S-39: what is unknown counts")
    void what_is_unknown_counts() {
        scene.row("u", "news", "UNKNOWN", scene.at(1_000));
        scene.takes(scene.request(5_000, "news"), "news");
        assertThat(new CapsExact().judge(scene.evidence()))
                .singleElement()
                .satisfies(found -> assertThat(found.promise()).isEqualTo(2))
                .satisfies(found -> assertThat(found.what()).contains("2 messages of news"));
    }

    @Test
    @DisplayName("S-39: also when it is the later one")
    void what_is_unknown_is_capped() {
        scene.takes(scene.request(1_000, "news"), "news");
        scene.row("u", "news", "UNKNOWN", scene.at(9_000));
        assertThat(new CapsExact().judge(scene.evidence())).hasSize(1);
    }

    @Test
    void a_day_later_there_is_room() {
        scene.row("u", "news", "UNKNOWN", scene.at(1_000));
        scene.takes(scene.request(DAY + 1_000, "news"), "news");
        assertThat(new CapsExact().judge(scene.evidence())).isEmpty();
    }

    @Test
    void what_failed_and_what_was_denied_does_not_count() {
        scene.row("f", "news", "FAILED", scene.at(1_000));
        scene.row("d", "news", "DENIED", scene.at(1_000));
        scene.takes(scene.request(5_000, "news"), "news");
        assertThat(new CapsExact().judge(scene.evidence())).isEmpty();
    }
}
