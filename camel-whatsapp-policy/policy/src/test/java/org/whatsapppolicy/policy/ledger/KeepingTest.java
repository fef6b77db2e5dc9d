package org.whatsapppolicy.policy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whatsapppolicy.policy.document.Retention;
import org.whatsapppolicy.policy.document.Retention.Decisions;

@DisplayName("S-47: what ended is kept for its time, and not longer")
class KeepingTest {

    private static Instant after(int days) {
        return TUESDAY_9.plus(Duration.ofDays(days));
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageState.class,
            names = {"HELD", "SENDING"})
    void what_has_not_ended_is_kept(MessageState state) {
        Retention nothing =
                new Retention(Duration.ZERO, Decisions.of(Duration.ZERO), Duration.ZERO, Duration.ZERO, Duration.ZERO);
        assertThat(Keeping.payloadPast(nothing, state, true, TUESDAY_9, after(9_999)))
                .isFalse();
        assertThat(Keeping.decisionPast(nothing, state, TUESDAY_9, after(9_999)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageState.class,
            names = {"HELD", "SENDING"},
            mode = EnumSource.Mode.EXCLUDE)
    void payload_30_days_and_decisions_24_months(MessageState state) {
        Retention standard = Retention.DEFAULT;
        assertThat(Keeping.payloadPast(
                        standard, state, false, TUESDAY_9, after(30).minusMillis(1)))
                .isFalse();
        assertThat(Keeping.payloadPast(standard, state, false, TUESDAY_9, after(30)))
                .isTrue();
        assertThat(Keeping.decisionPast(standard, state, TUESDAY_9, after(730).minusMillis(1)))
                .isFalse();
        assertThat(Keeping.decisionPast(standard, state, TUESDAY_9, after(730))).isTrue();
    }

    @Test
    @DisplayName("S-38: what is unknown keeps its payload until it was ruled on")
    void what_may_be_sent_again_keeps_its_payload() {
        Retention standard = Retention.DEFAULT;
        assertThat(Keeping.payloadPast(standard, MessageState.UNKNOWN, true, TUESDAY_9, after(9_999)))
                .isFalse();
        assertThat(Keeping.payloadPast(standard, MessageState.UNKNOWN, false, TUESDAY_9, after(30)))
                .isTrue();
    }

    @Test
    void each_end_has_its_own_time_and_none_is_for_good() {
        Retention own = new Retention(
                null,
                new Decisions(
                        Duration.ofDays(400), Duration.ofDays(30), Duration.ofDays(20), Duration.ofDays(200), null),
                null,
                Duration.ofDays(8),
                Duration.ofDays(30));
        assertThat(Keeping.payloadPast(own, MessageState.READ, false, TUESDAY_9, after(9_999)))
                .isFalse();
        assertThat(Keeping.decisionPast(own, MessageState.DENIED, TUESDAY_9, after(30)))
                .isTrue();
        assertThat(Keeping.decisionPast(own, MessageState.EXPIRED, TUESDAY_9, after(20)))
                .isTrue();
        assertThat(Keeping.decisionPast(own, MessageState.FAILED, TUESDAY_9, after(199)))
                .isFalse();
        assertThat(Keeping.decisionPast(own, MessageState.READ, TUESDAY_9, after(399)))
                .isFalse();
        assertThat(Keeping.decisionPast(own, MessageState.READ, TUESDAY_9, after(400)))
                .isTrue();
        assertThat(Keeping.decisionPast(own, MessageState.UNKNOWN, TUESDAY_9, after(9_999)))
                .isFalse();
    }

    @Test
    @DisplayName("S-26, S-39: what may have been sent is kept as such, whatever was said of it last")
    void what_may_have_been_sent_is_kept_as_such() {
        for (MessageState state : List.of(MessageState.DENIED, MessageState.EXPIRED)) {
            assertThat(Keeping.keptAs(state, false, false)).isEqualTo(state);
            assertThat(Keeping.keptAs(state, true, false)).isEqualTo(MessageState.SENT);
            assertThat(Keeping.keptAs(state, true, true)).isEqualTo(MessageState.SENT);
            assertThat(Keeping.keptAs(state, false, true)).isEqualTo(MessageState.UNKNOWN);
        }
        assertThat(Keeping.keptAs(MessageState.FAILED, true, true)).isEqualTo(MessageState.FAILED);
    }
}
