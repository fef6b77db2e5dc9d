package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulator as it is started alone. */
class CommandLineTest {

    @Test
    void a_number_and_a_clock_that_can_be_moved_are_given_at_the_start() {
        try (Simulator simulator = CommandLine.builder(
                        "--port", "0", "--number", "1,+15550100001,2", "--clock", "2026-11-25T12:00:00Z")
                .build()) {
            assertThat(simulator.clock().isVirtual()).isTrue();
            assertThat(simulator.clock().now()).isEqualTo(Instant.parse("2026-11-25T12:00:00Z"));
            assertThat(simulator.numbers().get("1").accountId()).isEqualTo("2");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--prot, 1, found --prot",
        "--port, many, found port many",
        "--port, 70000, found port 70000",
        "--clock, noon, found clock noon",
        "--number, 17, found number 17"
    })
    void what_is_wrong_is_named_with_what_was_expected(String option, String value, String message) {
        assertThatThrownBy(() -> CommandLine.builder(option, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("expected");
    }

    @Test
    void an_option_without_its_value_is_named() {
        assertThatThrownBy(() -> CommandLine.builder("--token")).hasMessageContaining("nothing after --token");
    }
}
