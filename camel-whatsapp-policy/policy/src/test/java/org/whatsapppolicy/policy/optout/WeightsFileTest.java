package org.whatsapppolicy.policy.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A damaged file of weights is refused with what was found, what was expected and what to do. */
class WeightsFileTest {

    private static final String AGAIN = "; make it again as docs/opt-out-recognition.md says";

    private final byte[] shipped = WeightsFile.bytes();

    @Test
    void the_shipped_one_is_read_and_small() {
        Weights.Scale scale = WeightsFile.read(shipped).scale();

        assertThat(scale.doubt()).isLessThan(scale.optOut());
        assertThat(scale.hold()).isLessThan(scale.optOut());
        assertThat(shipped).hasSizeLessThan(1_600_000);
    }

    @Test
    void one_that_was_cut_is_refused() {
        assertThatThrownBy(() -> WeightsFile.read(Arrays.copyOf(shipped, shipped.length - 4)))
                .hasMessageMatching("weights.bin: found \\d+ bytes behind the head, expected \\d+" + AGAIN);
        assertThatThrownBy(() -> WeightsFile.read(new byte[0]))
                .hasMessage("weights.bin: found no empty line, expected one behind the head" + AGAIN);
    }

    @Test
    void one_with_another_byte_is_refused() {
        byte[] damaged = shipped.clone();
        damaged[damaged.length - 1]++;

        assertThatThrownBy(() -> WeightsFile.read(damaged))
                .hasMessageMatching("weights.bin: found entries of crc32 [0-9a-f]+, expected [0-9a-f]+" + AGAIN);
    }

    @Test
    void one_of_another_format_or_without_a_line_is_refused() {
        assertThatThrownBy(() -> WeightsFile.read(head("format: 2\n\n")))
                .hasMessage("weights.bin: found format 2, expected 1" + AGAIN);
        assertThatThrownBy(() -> WeightsFile.read(head("format: 1\n\n")))
                .hasMessage("weights.bin: found no entries in the head, expected a line for it" + AGAIN);
        assertThatThrownBy(() -> WeightsFile.read(head("format: 1\nentries: few\n\n")))
                .hasMessage("weights.bin: found entries: few, expected a number" + AGAIN);
    }

    private static byte[] head(String lines) {
        return lines.getBytes(StandardCharsets.UTF_8);
    }
}
