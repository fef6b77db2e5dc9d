package org.whatsapppolicy.policy.optout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whatsapppolicy.policy.optout.LabelledTexts.Labelled;
import org.whatsapppolicy.policy.optout.LabelledTexts.Side;

class LabelledTextsTest {

    static Stream<String> languages() {
        return Stream.of(LabelledTexts.LARGEST, LabelledTexts.SMALLER).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_text_stands_on_the_side_its_hash_says(String language) {
        for (Side side : Side.values()) {
            assertThat(LabelledTexts.read(language, side)).allSatisfy(labelled -> assertThat(Side.of(labelled.text()))
                    .as(labelled.text())
                    .isEqualTo(side));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void no_text_stands_there_twice(String language) {
        assertThat(both(language).map(Labelled::text)).doesNotHaveDuplicates();
    }

    @Test
    void the_eight_largest_languages_have_enough_of_both_kinds() {
        assertThat(LabelledTexts.LARGEST).hasSize(8).allSatisfy(language -> {
            assertThat(count(language, "opt-out")).as(language).isGreaterThanOrEqualTo(60);
            assertThat(count(language, "ordinary")).as(language).isGreaterThanOrEqualTo(400);
        });
    }

    private static long count(String language, String label) {
        return both(language).filter(text -> text.label().equals(label)).count();
    }

    private static Stream<Labelled> both(String language) {
        return Arrays.stream(Side.values()).flatMap(side -> LabelledTexts.read(language, side).stream());
    }
}
