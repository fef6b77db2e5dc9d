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
            System.out.printf(
                    "text sends over 64 connections: %,d/s, %,d per second of processor time%n",
                    result.perSecond(), result.perProcessorSecond());
            // Processor time, because others may be at work on the same machine.
            assertThat(result.perProcessorSecond()).isGreaterThan(3_000);
            assertThat(simulator.ledger().acceptedCount())
                    .isPositive()
                    .isEqualTo(simulator.ledger().count());
        }
    }
}
