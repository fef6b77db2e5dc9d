package org.whatsapppolicy.policy.optout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whatsapppolicy.policy.optout.LabelledTexts.Labelled;
import org.whatsapppolicy.policy.optout.LabelledTexts.Side;

/** How many opt-outs are recognised, and how many ordinary texts are mistaken for one. Prints a line a language. */
class RecognitionQualityTest {

    private final IntentRecogniser recogniser = IntentRecogniser.standard();

    @ParameterizedTest
    @EnumSource(Side.class)
    void meets_the_goals_in_the_eight_largest_languages(Side side) {
        System.out.printf("%n%-12s %-28s %-28s %-28s %s%n", side, "recognised", "mistaken", "held back", "precision");
        Share recognised = new Share(0, 0);
        Share mistaken = new Share(0, 0);
        Share held = new Share(0, 0);
        for (String language : LabelledTexts.LARGEST) {
            recognised = recognised.and(share(language, side, "opt-out", Intent.OPT_OUT));
            mistaken = mistaken.and(share(language, side, "ordinary", Intent.OPT_OUT));
            held = held.and(share(language, side, "ordinary", Intent.AMBIGUOUS));
            print(language, side);
        }
        LabelledTexts.SMALLER.forEach(language -> print(language, side));
        System.out.printf(
                "%-12s %-28s %-28s %-28s %s%n",
                "largest 8", recognised, mistaken, held, precision(recognised, mistaken));

        assertThat(recognised.value()).isGreaterThanOrEqualTo(0.98);
        assertThat(mistaken.value()).isLessThanOrEqualTo(0.005);
        assertThat(held.value()).isLessThanOrEqualTo(0.01);
    }

    private void print(String language, Side side) {
        Share recognised = share(language, side, "opt-out", Intent.OPT_OUT);
        Share mistaken = share(language, side, "ordinary", Intent.OPT_OUT);
        System.out.printf(
                "%-12s %-28s %-28s %-28s %s%n",
                language,
                recognised,
                mistaken,
                share(language, side, "ordinary", Intent.AMBIGUOUS),
                precision(recognised, mistaken));
    }

    private static Share precision(Share recognised, Share mistaken) {
        return new Share(recognised.count(), recognised.count() + mistaken.count());
    }

    private Share share(String language, Side side, String label, Intent intent) {
        List<Labelled> texts = LabelledTexts.read(language, side).stream()
                .filter(labelled -> labelled.label().equals(label))
                .toList();
        long count = texts.stream()
                .filter(labelled -> recogniser.recognise(labelled.text()).intent() == intent)
                .count();
        return new Share((int) count, texts.size());
    }
}
