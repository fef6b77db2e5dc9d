package org.whatsapppolicy.policy.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.whatsapppolicy.policy.optout.LabelledTexts.Labelled;
import org.whatsapppolicy.policy.optout.LabelledTexts.Side;

class IntentRecogniserProperties {

    private final IntentRecogniser recogniser = IntentRecogniser.standard();

    @Property(tries = 2_000)
    void never_throws_and_points_into_the_text(@ForAll String text) {
        recogniser.recognise(text).match().ifPresent(match -> {
            assertThat(match.start()).isNotNegative().isLessThan(match.end());
            assertThat(match.end()).isLessThanOrEqualTo(text.length());
        });
    }

    @Property(tries = 1_000)
    void case_marks_emoji_and_invisible_characters_change_nothing(@ForAll("texts") String text) {
        Intent intent = recogniser.recognise(text).intent();

        for (String other : List.of(
                text.toUpperCase(Locale.ROOT),
                text + "!!!",
                "  " + text + " 🙏🏽😡",
                text.replace(" ", "  "),
                "\u200B" + text + "\uFEFF")) {
            assertThat(recogniser.recognise(other).intent()).as(other).isEqualTo(intent);
        }
    }

    @Example
    void a_text_made_of_nothing_but_telling_words_takes_no_longer_than_a_moment() {
        String text = "don't stop sending me no more of the messages i want to unsubscribe from ".repeat(10_000);

        assertTimeout(Duration.ofSeconds(10), () -> {
            for (int i = 0; i < 100; i++) {
                recogniser.recognise(text);
            }
        });
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(Stream.of(LabelledTexts.LARGEST, LabelledTexts.SMALLER)
                .flatMap(List::stream)
                .flatMap(language -> LabelledTexts.read(language, Side.DEVELOPMENT).stream())
                .map(Labelled::text)
                .toList());
    }
}
