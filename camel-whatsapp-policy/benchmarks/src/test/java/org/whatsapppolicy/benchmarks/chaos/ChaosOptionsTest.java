package org.whatsapppolicy.benchmarks.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of the command line. */
class ChaosOptionsTest {

    @ParameterizedTest
    @CsvSource({
        "--seconds, -5, 1",
        "--seconds, 0, 1",
        "--rate, 0, 1",
        "--people, 1, 2",
        "--nodes, 0, 1",
        "--pause, -1, 0",
        "--seeds, 3000000000, 1"
    })
    void a_run_that_would_do_nothing_is_refused(String option, String found, String least) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChaosOptions.read(List.of(option, found)))
                .withMessage(option + ": found " + found + ", expected " + least + " to 2147483647");
    }

    @Test
    void an_earlier_version_that_is_not_there_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChaosOptions.read(List.of("--upgrade-from", "no.jar")))
                .withMessage("--upgrade-from: found no file no.jar, expected the benchmarks.jar of an earlier version");
    }

    @Test
    void peaceful_and_short_ones_are_not() {
        ChaosOptions options = ChaosOptions.read(List.of("--pause", "0", "--seconds", "1"));

        assertThat(options.pauseMillis()).isZero();
        assertThat(options.time()).isEqualTo(Duration.ofSeconds(1));
    }
}
