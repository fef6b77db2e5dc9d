package org.whatsapppolicy.policy.optout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of docs/opt-out-recognition.md mean what the page says. */
class RecognitionPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (.*) \\|$");
    private static final Pattern EXAMPLE = Pattern.compile("\"([^\"]+)\"");

    private final IntentRecogniser recogniser = IntentRecogniser.standard();

    static Stream<Arguments> examples() {
        return ROW.matcher(page()).results().flatMap(row -> EXAMPLE.matcher(row.group(2))
                .results()
                .map(example -> Arguments.of(Intent.valueOf(row.group(1)), example.group(1))));
    }

    private static String page() {
        try {
            return Files.readString(Path.of("..", "..", "docs", "opt-out-recognition.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_means_what_the_page_says(Intent intent, String text) {
        assertThat(recogniser.recognise(text).intent()).isEqualTo(intent);
    }

    @Test
    void a_hint_decides_where_two_languages_disagree() {
        assertThat(recogniser.recognise("red", "tr").intent()).isEqualTo(Intent.OPT_OUT);
        assertThat(recogniser.recognise("red", "en").intent()).isEqualTo(Intent.NONE);
    }
}
