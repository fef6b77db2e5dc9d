package org.whatsapppolicy.policy.optout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What phrases and weights make of a text together (S-16, S-18, S-19). A score of 5 holds, one of 10 opts out, one below -5 doubts. */
class SecondWitnessTest {

    private static final String LANGUAGE = """
            == opt-out keywords
            stop
            == opt-out phrases
            stop writing
            == unclear phrases
            enough
            == ordinary phrases
            never stop
            """;

    private static final int HEAVY = 100;
    private static final int HALF = 30;
    private static final int LIGHT = 10;

    private static final Map<String, Integer> WORDS =
            Map.of("adverts", HEAVY, "leaflets", HALF, "news", LIGHT, "parcel", -HEAVY, "stop", -HEAVY);

    private final IntentRecogniser recogniser = recogniser("xx", entries(WORDS));

    @Test
    void weights_alone_find_an_opt_out_when_they_are_sure() {
        String text = "your endless adverts annoy me";

        Recognition recognition = recogniser.recognise(text);
        Match match = recognition.match().orElseThrow();

        assertThat(recognition.intent()).isEqualTo(Intent.OPT_OUT);
        assertThat(match.rule()).isEqualTo("weights");
        assertThat(match.language()).isEqualTo("und");
        assertThat(match.languages()).isEmpty();
        assertThat(text.substring(match.start(), match.end())).isEqualTo("adverts");
        assertThat(recognition).hasToString("OPT_OUT by und: weights");
    }

    @Test
    void weights_alone_hold_when_they_are_half_sure() {
        assertThat(intent("your endless leaflets annoy me")).isEqualTo(Intent.AMBIGUOUS);
        assertThat(intent("your endless news annoy me")).isEqualTo(Intent.NONE);
    }

    @Test
    void a_word_or_two_are_too_few_to_weigh() {
        assertThat(intent("adverts")).isEqualTo(Intent.NONE);
        assertThat(intent("the adverts")).isEqualTo(Intent.NONE);
        assertThat(intent("the many adverts")).isEqualTo(Intent.OPT_OUT);
    }

    @Test
    void a_keyword_is_what_it_is_whatever_it_weighs() {
        assertThat(intent("stop")).isEqualTo(Intent.OPT_OUT);
        assertThat(intent("STOP!!!")).isEqualTo(Intent.OPT_OUT);
    }

    @Test
    void everyday_speech_that_was_found_protects_from_a_score_that_is_not_very_high() {
        assertThat(intent("never stop the adverts")).isEqualTo(Intent.NONE);
        assertThat(intent("never stop. adverts adverts adverts everywhere")).isEqualTo(Intent.OPT_OUT);
    }

    @Test
    void beside_everyday_speech_a_higher_score_is_needed() {
        String alone = "leaflets every day";
        String beside = "never stop. leaflets every day";
        boolean differs = false;
        for (int weight = 1; weight <= Weights.MOST; weight++) {
            IntentRecogniser weighing = recogniser("xx", entries(Map.of("leaflets", weight, "stop", -HEAVY)));
            if (weighing.recognise(alone).intent() == Intent.OPT_OUT) {
                Intent found = weighing.recognise(beside).intent();
                differs |= found == Intent.AMBIGUOUS;
                assertThat(found).isIn(Intent.OPT_OUT, Intent.AMBIGUOUS);
            }
        }
        assertThat(differs).isTrue();
    }

    @Test
    void everyday_speech_that_names_an_opt_out_and_says_otherwise_protects_from_any_score() {
        assertThat(intent("never stop writing. adverts adverts adverts everywhere"))
                .isEqualTo(Intent.NONE);
    }

    @Test
    void sentences_that_say_little_by_themselves_are_weighed_together() {
        String first = "the leaflets again today";
        String second = "so many leaflets";
        boolean more = false;
        for (int weight = 1; weight <= Weights.MOST; weight++) {
            IntentRecogniser weighing = recogniser("xx", entries(Map.of("leaflets", weight)));
            boolean together = weighing.recognise(first + ". " + second + ".").intent() == Intent.OPT_OUT;
            boolean apart = weighing.recognise(first).intent() == Intent.OPT_OUT
                    || weighing.recognise(second).intent() == Intent.OPT_OUT;
            assertThat(together || !apart).isTrue();
            more |= together && !apart;
        }
        assertThat(more).isTrue();
    }

    @Test
    void a_phrase_of_which_everything_else_says_otherwise_holds_and_is_no_opt_out() {
        Recognition doubted = recogniser.recognise("stop writing on the parcel");

        assertThat(doubted.intent()).isEqualTo(Intent.AMBIGUOUS);
        assertThat(doubted.match().orElseThrow().rule()).isEqualTo("stop writing, doubted by weights");
    }

    @Test
    void a_phrase_of_a_language_that_nobody_taught_is_not_doubted() {
        assertThat(recogniser("yy", entries(WORDS))
                        .recognise("stop writing on the parcel")
                        .intent())
                .isEqualTo(Intent.OPT_OUT);
    }

    @Test
    void a_long_text_about_something_else_does_not_drown_a_phrase() {
        assertThat(intent("adverts adverts stop writing, the parcel is here and the parcel is there"))
                .isEqualTo(Intent.OPT_OUT);
        assertThat(intent("the parcel is here. adverts, stop writing. the parcel is there"))
                .isEqualTo(Intent.OPT_OUT);
    }

    @Test
    void the_sentence_that_speaks_most_for_an_opt_out_counts() {
        assertThat(intent("the parcel is here. your adverts annoy everybody. the parcel is there"))
                .isEqualTo(Intent.OPT_OUT);
    }

    @Test
    void something_unclear_is_an_opt_out_if_what_stands_beside_it_speaks_for_one() {
        Recognition backed = recogniser.recognise("enough. news every day");

        assertThat(backed.intent()).isEqualTo(Intent.OPT_OUT);
        assertThat(backed.match().orElseThrow().rule()).isEqualTo("enough, backed by weights");
        assertThat(intent("enough. parcel every day")).isEqualTo(Intent.AMBIGUOUS);
        assertThat(intent("enough")).isEqualTo(Intent.AMBIGUOUS);
    }

    @Test
    void an_unknown_word_weighs_what_its_letters_weigh() {
        IntentRecogniser unknown = recogniser("xx", entry(Features.run(1, prefix("xdver"), 0, 5), HEAVY));

        assertThat(unknown.recognise("too much xdxver here").intent()).isEqualTo(Intent.NONE);
        assertThat(unknown.recognise("too much axdvex here").intent()).isEqualTo(Intent.OPT_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "🙂 🙂 🙂 🙂",
                "ቡና ትወዳለህ ወይስ ሻይ",
                "ខ្ញុំនឹងមកស្អែក",
                "今日はいい天気ですね",
                "12 345 6789 00",
                "\uD800 \uDC00 \uD800"
            })
    void what_nobody_taught_weighs_nothing(String text) {
        assertThat(IntentRecogniser.standard().recognise(text).intent()).isEqualTo(Intent.NONE);
    }

    private Intent intent(String text) {
        return recogniser.recognise(text).intent();
    }

    private static IntentRecogniser recogniser(String taught, int... entries) {
        return new IntentRecogniser(
                List.of(LanguageFileReader.parse("xx", LANGUAGE)),
                new Weights(new Weights.Scale(1, 0, -5, 5, 10), Set.of(taught), entries));
    }

    private static int[] entries(Map<String, Integer> words) {
        return words.entrySet().stream()
                .mapToInt(word -> entry(Features.word(Hashing.of(word.getKey())), word.getValue()))
                .toArray();
    }

    private static int entry(int key, int weight) {
        return (key << Byte.SIZE) | (weight & 0xFF);
    }

    private static long[] prefix(String letters) {
        long[] prefix = new long[letters.length() + 1];
        for (int i = 0; i < letters.length(); i++) {
            prefix[i + 1] = Hashing.append(prefix[i], letters.charAt(i));
        }
        return prefix;
    }
}
