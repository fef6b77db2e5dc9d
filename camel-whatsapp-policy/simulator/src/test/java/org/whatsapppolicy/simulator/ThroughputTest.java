package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * What a send costs, compared with the least a server of the same kind can do on the same machine at the same time, so that
 * a slow or busy machine changes nothing. How many a second that makes, {@link Load} tells.
 */
class ThroughputTest {

    private static final int CONNECTIONS = 64;
    private static final int ROUNDS = 4;
    private static final int REQUESTS = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double MOST_TIMES_A_BARE_SERVER = 5;

    @Test
    void a_send_costs_no_more_than_a_few_answers_of_a_bare_server_with_the_ledger_on() {
        try (Simulator simulator = Simulator.builder().token("load").build().start();
                BareServer bare = new BareServer()) {
            double leastBare = least(() -> serverMicros(bare.port()));
            double least = least(() -> serverMicros(simulator.port()));
            System.out.printf(
                    "A text send: %.1f us of processor time, a bare server's answer: %.1f us%n", least, leastBare);

            assertThat(least / leastBare).isLessThan(MOST_TIMES_A_BARE_SERVER);
            // What was under way when the load ended is still written down.
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(simulator.ledger().acceptedCount())
                            .isPositive()
                            .isEqualTo(simulator.ledger().count()));
        }
    }

    /** The best of some rounds: the first are slower, and others on the machine only ever add. */
    private static double least(DoubleSupplier round) {
        return DoubleStream.generate(round).limit(ROUNDS).min().orElseThrow();
    }

    private static double serverMicros(int port) {
        return new Load().run(port, CONNECTIONS, REQUESTS, PATIENCE).serverMicros();
    }
}
