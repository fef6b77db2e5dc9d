package org.whatsapppolicy.policy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.ledger.MessageState.ACCEPTED;
import static org.whatsapppolicy.policy.ledger.MessageState.DELIVERED;
import static org.whatsapppolicy.policy.ledger.MessageState.DENIED;
import static org.whatsapppolicy.policy.ledger.MessageState.FAILED;
import static org.whatsapppolicy.policy.ledger.MessageState.HELD;
import static org.whatsapppolicy.policy.ledger.MessageState.SENDING;
import static org.whatsapppolicy.policy.ledger.MessageState.SENT;
import static org.whatsapppolicy.policy.ledger.MessageState.UNKNOWN;

import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("M-4, S-38: what becomes of a message")
class MessageStateTest {

    @ParameterizedTest
    @EnumSource(names = {"SENDING", "UNKNOWN"})
    void an_open_message_goes_where_the_outcome_says(MessageState open) {
        assertThat(open.settled(new Outcome.Accepted("wamid.1", false))).isEqualTo(ACCEPTED);
        assertThat(open.settled(new Outcome.Refused(131026, null))).isEqualTo(FAILED);
        assertThat(open.settled(new Outcome.Refused(131056, Duration.ofSeconds(4))))
                .isEqualTo(HELD);
        assertThat(open.settled(new Outcome.NotBegun())).isEqualTo(HELD);
        assertThat(open.settled(new Outcome.Unknown(0))).isEqualTo(UNKNOWN);
    }

    @Test
    void a_message_that_moved_on_is_not_moved_back_by_its_outcome() {
        for (MessageState state : EnumSet.complementOf(EnumSet.of(SENDING, UNKNOWN))) {
            assertThat(state.settled(new Outcome.Refused(0, Duration.ZERO))).isEqualTo(state);
            assertThat(state.settled(new Outcome.NotBegun())).isEqualTo(state);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, SENT, SENT",
        "SENDING, DELIVERED, DELIVERED",
        "READ, DELIVERED, READ",
        "DELIVERED, READ, READ",
        "SENT, FAILED, FAILED",
        "DELIVERED, FAILED, DELIVERED",
        "UNKNOWN, FAILED, FAILED",
        "FAILED, DELIVERED, DELIVERED",
        "FAILED, SENT, SENT",
        "EXPIRED, DELIVERED, DELIVERED",
        "DENIED, SENT, SENT",
        "DENIED, DELIVERED, DELIVERED",
        "DENIED, FAILED, DENIED",
        "HELD, SENT, SENT",
    })
    void a_status_moves_a_message_forward_only(MessageState from, MessageState status, MessageState to) {
        assertThat(from.reported(status, false)).isEqualTo(to);
    }

    @Test
    @DisplayName(
            "What the platform told to have failed is not undone by a late word that it was sent, but by its arrival")
    void a_told_failure_stands() {
        assertThat(FAILED.reported(SENT, true)).isEqualTo(FAILED);
        assertThat(FAILED.reported(ACCEPTED, true)).isEqualTo(FAILED);
        assertThat(FAILED.reported(DELIVERED, true)).isEqualTo(DELIVERED);
    }

    @Test
    void what_is_concluded_here_is_no_status() {
        assertThat(SENDING.reported(DENIED, false)).isEqualTo(SENDING);
        assertThat(UNKNOWN.reported(HELD, false)).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void a_repeated_status_changes_nothing(MessageState from) {
        MessageState once = from.reported(DELIVERED, false);

        assertThat(once.reported(DELIVERED, true)).isEqualTo(once);
    }

    @Test
    @DisplayName("M-5")
    void a_message_counts_to_its_answer_or_to_the_last_instant_it_may_get_one() {
        assertThat(Counting.to(TUESDAY_9, TUESDAY_9.plusSeconds(1), Duration.ofSeconds(30)))
                .isEqualTo(TUESDAY_9);
        assertThat(Counting.to(null, TUESDAY_9.plusSeconds(1), Duration.ofSeconds(30)))
                .isEqualTo(TUESDAY_9.plus(Counting.LONGEST_WAY));
    }
}
