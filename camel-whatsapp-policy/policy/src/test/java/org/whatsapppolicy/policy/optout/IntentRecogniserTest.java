package org.whatsapppolicy.policy.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntentRecogniserTest {

    private static final Weights NO_WEIGHTS = new Weights(new Weights.Scale(1, 0, -1, 1, 1), Set.of(), new int[0]);

    private final IntentRecogniser recogniser = IntentRecogniser.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "s t o p",
                "S.T.O.P",
                "stoooop",
                "ＳＴＯＰ",
                "𝗦𝗧𝗢𝗣",
                "ⓢⓣⓞⓟ",
                "Stоp",
                "st0p",
                "stpo",
                "\u200BST\u2060OP\uFE0F",
                "STOP!!! 🛑",
                "\"stop\" please",
                "Hi Maria, stop. Thanks, Tom",
                "unsubscrbe"
            })
    void a_keyword_is_recognised_however_it_is_written(String text) {
        assertThat(recogniser.recognise(text).intent()).isEqualTo(Intent.OPT_OUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "step", "spot", "top", "stock", "drop", "Stoff", "sto", "para", "stopwatch"})
    void a_word_that_is_only_near_a_keyword_is_not(String text) {
        assertThat(recogniser.recognise(text).intent()).isEqualTo(Intent.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "please don't stop the delivery",
                "cancel my order 123",
                "the bus stop",
                "stop by my office",
                "can't stop laughing",
                "Please don't stop sending me offers",
                "Not interested in the upgrade, thanks"
            })
    void everyday_speech_is_none(String text) {
        assertThat(recogniser.recognise(text).intent()).isEqualTo(Intent.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leave me alone", "cancel", "no more", "How do I unsubscribe?"})
    void what_a_person_has_to_look_at_is_ambiguous(String text) {
        assertThat(recogniser.recognise(text).intent()).isEqualTo(Intent.AMBIGUOUS);
    }

    @Test
    void says_where_in_the_text_it_stands_and_by_which_rule() {
        String text = "Hello, where is it? Please STOP texting me!";

        Match match = recogniser.recognise(text).match().orElseThrow();

        assertThat(text.substring(match.start(), match.end())).isEqualTo("STOP texting me");
        assertThat(match.language()).isEqualTo("en");
        assertThat(recogniser.recognise(text).toString())
                .startsWith("OPT_OUT by en: ")
                .doesNotContain("Hello");
    }

    @Test
    void a_word_that_is_repeated_means_what_it_means_once() {
        assertThat(recogniser.recognise("STOP STOP STOP").intent()).isEqualTo(Intent.OPT_OUT);
        assertThat(recogniser.recognise("parar parar!!").match().orElseThrow().languages())
                .contains("es", "pt");
        assertThat(recogniser.recognise("no no no").intent()).isEqualTo(Intent.NONE);
    }

    @Test
    void a_hint_decides_only_where_languages_disagree() {
        assertThat(recogniser.recognise("red").intent()).isEqualTo(Intent.AMBIGUOUS);
        assertThat(recogniser.recognise("red", "tr_TR").intent()).isEqualTo(Intent.OPT_OUT);
        assertThat(recogniser.recognise("red", "en").intent()).isEqualTo(Intent.NONE);
        assertThat(recogniser.recognise("não quero mais receber", "en").intent())
                .isEqualTo(Intent.OPT_OUT);
    }

    @Test
    void of_a_long_text_the_beginning_and_the_end_are_looked_at() {
        String filler = "the parcel has arrived ".repeat(200);

        assertThat(recogniser.recognise("Stop texting me. " + filler).intent()).isEqualTo(Intent.OPT_OUT);
        assertThat(recogniser.recognise(filler + ". Stop texting me").intent()).isEqualTo(Intent.OPT_OUT);
        assertThat(recogniser.recognise(filler + ". Stop texting me. " + filler).intent())
                .isEqualTo(Intent.NONE);
    }

    @Test
    void knows_more_than_sixty_languages() {
        assertThat(recogniser.languages()).hasSizeGreaterThan(60).contains("en", "zh", "sw", "fa");
    }

    @Test
    void a_file_with_a_mistake_is_refused_with_its_line() {
        assertThatThrownBy(() -> LanguageFileReader.parse("xx", "== keywords\nstop"))
                .hasMessageStartingWith("xx.txt:1: found == keywords, expected == and one of: opt-out keywords, ");
        LanguageFile unknownClass = LanguageFileReader.parse("xx", "== opt-out phrases\nstop @send");
        assertThatThrownBy(() -> new IntentRecogniser(List.of(unknownClass), NO_WEIGHTS))
                .hasMessage("xx.txt:2: found @send, expected a name that == words defined above");
        LanguageFile twice = LanguageFileReader.parse("xx", "== opt-out keywords\nstop\n== help keywords\nSTOP");
        assertThatThrownBy(() -> new IntentRecogniser(List.of(twice), NO_WEIGHTS))
                .hasMessage("xx.txt:4: found STOP, which stands above with another meaning");
    }

    @Test
    void a_phrase_may_name_words_that_must_not_stand_in_its_clause() {
        IntentRecogniser guarded = new IntentRecogniser(
                List.of(LanguageFileReader.parse(
                        "xx", "== words\n@else = order | invoic*\n== opt-out phrases\nremove me !@else|bag")),
                NO_WEIGHTS);

        assertThat(guarded.recognise("remove me").intent()).isEqualTo(Intent.OPT_OUT);
        assertThat(guarded.recognise("remove me from the order").intent()).isEqualTo(Intent.NONE);
        assertThat(guarded.recognise("the invoice has to remove me").intent()).isEqualTo(Intent.NONE);
        assertThat(guarded.recognise("remove me, the bag").intent()).isEqualTo(Intent.OPT_OUT);

        LanguageFile several = LanguageFileReader.parse("xx", "== words\n@a = b c\n== opt-out phrases\nremove !@a");
        assertThatThrownBy(() -> new IntentRecogniser(List.of(several), NO_WEIGHTS))
                .hasMessage("xx.txt:4: found b c behind !, expected single words");
    }

    @Test
    void every_keyword_of_every_file_is_recognised_as_what_it_stands_under() {
        for (LanguageFile file : LanguageFileReader.all()) {
            for (LanguageFile.Line line : file.lines(Section.OPT_OUT_KEYWORDS)) {
                for (String keyword : PhraseParser.bars(line.text())) {
                    assertThat(recogniser.recognise(keyword, file.language()).intent())
                            .as(line.place() + " " + keyword)
                            .isEqualTo(Intent.OPT_OUT);
                }
            }
        }
    }
}
