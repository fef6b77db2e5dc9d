package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThroughputTest {

    @Test
    void answers_thousands_of_sends_a_second_with_the_ledger_on() {
        try (Simulator simulator = Simulator.builder().token("load").build().start()) {
            new Load().run(simulator, 64, 20_000, Duration.ofSeconds(20));
            Load.Result result = new Load().run(simulator, 64, 10_000, Duration.ofSeconds(20));
            System.out.println("text sends over 64 connections: " + result);
            // Processor time, because others may be at work on the same machine.
            assertThat(result.serverMicros()).isLessThan(250);
            assertThat(simulator.ledger().acceptedCount())
                    .isPositive()
                    .isEqualTo(simulator.ledger().count());
        }
    }
}
