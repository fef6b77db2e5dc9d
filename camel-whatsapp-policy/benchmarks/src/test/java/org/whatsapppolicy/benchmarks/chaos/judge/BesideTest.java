package org.whatsapppolicy.benchmarks.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.benchmarks.chaos.drive.Scene;
import org.whatsapppolicy.policy.decision.SentMessage;

/** M-5: from its decision to its answer, or to when it can have been answered at the latest. */
class BesideTest {

    private final Scene scene = new Scene();
    private final Instant at = scene.at(60_000);
    private final Instant underWay = scene.at(60_000 - 30_000 + 3_000);

    @Test
    @DisplayName("M-5: what was answered long before counts to its answer")
    void answered_long_ago() {
        assertThat(ways(row("DELIVERED", scene.at(31_000), null))).containsExactly(Optional.of(scene.at(31_000)));
    }

    @Test
    @DisplayName("M-5: what was being answered counts to its answer, or as under way")
    void answered_just_then() {
        assertThat(ways(row("DELIVERED", scene.at(58_000), null)))
                .containsExactly(Optional.of(underWay), Optional.of(scene.at(58_000)));
    }

    @Test
    @DisplayName("M-5: what was answered long after was under way")
    void answered_long_after() {
        assertThat(ways(row("DELIVERED", scene.at(90_000), null))).containsExactly(Optional.of(underWay));
    }

    @Test
    void what_is_unknown_counts_as_under_way() {
        assertThat(ways(row("UNKNOWN", underWay, null))).containsExactly(Optional.of(underWay));
    }

    @Test
    @DisplayName("S-26: what was refused long before counts no more; just then, maybe")
    void refused() {
        assertThat(ways(row("FAILED", null, null, scene.at(31_000), 1))).containsExactly(Optional.empty());
        assertThat(ways(row("FAILED", null, null, scene.at(59_000), 1)))
                .containsExactly(Optional.of(underWay), Optional.empty());
    }

    @Test
    void what_was_not_decided_yet_or_never_sent_does_not_count() {
        assertThat(ways(row("DENIED", null, null))).containsExactly(Optional.empty());
        assertThat(Beside.together(List.of(List.of(Optional.empty())))).containsExactly(List.of());
    }

    @Test
    void of_some_nobody_can_tell() {
        Row again = row("DELIVERED", scene.at(31_000), "w", scene.at(31_000), 2);
        assertThat(beside(again).untold()).isNull();
        assertThat(new Beside(scene.time(), again, scene.at(20_000)).untold()).isEqualTo(LeftOut.BESIDE_TRIED_AGAIN);
        assertThat(beside(row("HELD", null, null, scene.at(31_000), 2)).untold())
                .isNull();
        assertThat(beside(row("HELD", null, null, scene.at(59_000), 2)).untold())
                .isEqualTo(LeftOut.BESIDE_TRIED_AGAIN);
        assertThat(beside(row("FAILED", null, "w", scene.at(59_000), 1)).untold())
                .isEqualTo(LeftOut.BESIDE_FAILED_LATER);
        assertThat(beside(row("FAILED", null, "w", scene.at(31_000), 1)).untold())
                .isNull();
        assertThat(new Beside(scene.time(), row("DELIVERED", scene.at(31_000), "w"), scene.at(30_000)).untold())
                .isEqualTo(LeftOut.SAME_MILLISECOND);
    }

    @Test
    @DisplayName("S-37: what was asked for again by its key may have been under way before it was taken")
    void taken_again() {
        Row again = row("DENIED", null, null, scene.at(31_000), 3);
        Instant before = scene.at(5_000);

        assertThat(again.taken()).isAfter(before);
        assertThat(new Beside(scene.time(), again, before).untold()).isEqualTo(LeftOut.BESIDE_TRIED_AGAIN);
        assertThat(new Beside(scene.time(), row("DENIED", null, null), before).untold())
                .isNull();
        assertThat(new Beside(scene.time(), row("DELIVERED", scene.at(31_000), "w"), before).ways())
                .containsExactly(Optional.empty());
    }

    @Test
    void all_ways_of_all_of_them() {
        SentMessage one = beside(row("UNKNOWN", underWay, null)).ways().get(0).orElseThrow();
        List<Optional<SentMessage>> maybe = List.of(Optional.of(one), Optional.empty());

        assertThat(Beside.together(List.of(maybe, maybe)))
                .extracting(List::size)
                .containsExactly(2, 1, 1, 0);
    }

    private List<Optional<Instant>> ways(Row row) {
        return beside(row).ways().stream().map(way -> way.map(SentMessage::to)).toList();
    }

    private Beside beside(Row row) {
        return new Beside(scene.time(), row, at);
    }

    private Row row(String state, @Nullable Instant countsTo, @Nullable String wamid) {
        return row(state, countsTo, wamid, scene.at(31_000), 1);
    }

    /** Decided half a minute before the other. */
    private Row row(String state, @Nullable Instant countsTo, @Nullable String wamid, Instant changed, int attempt) {
        Instant decided = at.minus(Duration.ofSeconds(30));
        Instant taken = scene.at(10_000);
        return new Row(
                "other",
                1L,
                Scene.PHONE,
                "slip",
                state,
                attempt,
                decided,
                countsTo,
                changed,
                null,
                wamid,
                null,
                true,
                taken,
                "",
                "[]",
                0,
                decided.plusSeconds(1));
    }
}
