package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.ledger.WebhookAttempt;

/** Webhooks that are not taken are tried again; after "Webhooks: create an endpoint". */
class RetryTest {

    private Receiver receiver;
    private Simulator simulator;

    @BeforeEach
    void start() throws IOException {
        receiver = new Receiver();
        simulator = Client.aSimulator()
                .clock(SimulatorClock.virtual(Instant.ofEpochSecond(1_795_600_000L)))
                .build()
                .start();
        simulator.webhooks().subscribe(receiver.uri(), "an app secret");
    }

    @AfterEach
    void stop() {
        simulator.close();
        receiver.close();
    }

    private void writes(String text) {
        simulator.people().person("+15550101001").writes(text);
    }

    private void quiet() {
        simulator.webhooks().awaitQuiet(Receiver.PATIENCE);
    }

    private List<String> ledger() {
        quiet();
        return simulator.ledger().webhooks().stream()
                .map(attempt -> attempt.attempt() + " " + attempt.status() + " " + attempt.fault())
                .toList();
    }

    /** The seconds between the beginnings of all tries. */
    private List<Long> gaps() {
        List<WebhookAttempt> attempts = simulator.ledger().webhooks();
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < attempts.size(); i++) {
            gaps.add(Duration.between(
                            attempts.get(i - 1).begun(), attempts.get(i).begun())
                    .toSeconds());
        }
        return gaps;
    }

    @Test
    void what_is_never_taken_is_tried_for_seven_days_with_growing_gaps() {
        receiver.answersAlways(500);
        writes("Hello?");
        simulator.letPass(Duration.ofDays(8));

        List<Long> gaps = gaps();
        assertThat(gaps.subList(0, 7)).containsExactly(0L, 1L, 4L, 16L, 64L, 256L, 1_024L);
        assertThat(gaps.subList(7, gaps.size())).containsOnly(3_600L);
        assertThat(gaps.stream().mapToLong(Long::longValue).sum())
                .isBetween(
                        Duration.ofDays(7).minusHours(1).toSeconds(),
                        Duration.ofDays(7).toSeconds());
        List<WebhookAttempt> attempts = simulator.ledger().webhooks();
        assertThat(attempts)
                .extracting(WebhookAttempt::body)
                .containsOnly(attempts.get(0).body());
        assertThat(simulator.webhooks().waiting()).isZero();
    }

    @Test
    void a_retry_that_fell_due_while_the_try_before_was_on_its_way_is_made_at_once() {
        receiver.answersFirst(500);
        receiver.holdsNext();
        writes("Hello?");
        receiver.awaitHooks(2);
        simulator.clock().advance(Duration.ofHours(1));
        receiver.answersAlways(500);
        receiver.letsGo();
        quiet();

        assertThat(gaps()).containsExactly(0L, 3_600L);
        simulator.letPass(Duration.ofSeconds(4));
        assertThat(gaps()).containsExactly(0L, 3_600L, 4L);
    }

    @Test
    void a_redirect_is_no_answer_to_follow() {
        receiver.answersFirst(302);
        writes("Hello?");

        assertThat(ledger()).containsExactly("1 302 null", "2 200 null");
    }

    @Test
    void a_receiver_that_does_not_answer_is_given_up_on_and_tried_again() {
        receiver.silentFirst(1);
        writes("Hello?");
        receiver.awaitHooks(1);
        // Held back, so that the next try meets the usual patience again.
        simulator.webhooks().pause();
        simulator.webhooks().answerWithin(Duration.ZERO);
        assertThat(ledger()).containsExactly("1 0 null");
        simulator.webhooks().answerWithin(Receiver.PATIENCE).resume();

        assertThat(ledger()).containsExactly("1 0 null", "2 200 null");
    }

    @Test
    void nobody_at_the_port_counts_as_no_answer() {
        receiver.close();
        writes("Hello?");
        quiet();

        assertThat(simulator.ledger().webhooks().get(0).status()).isZero();
    }
}
