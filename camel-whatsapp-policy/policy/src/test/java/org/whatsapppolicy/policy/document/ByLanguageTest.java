package org.whatsapppolicy.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** In which language somebody is answered. */
class ByLanguageTest {

    private final ByLanguage<String> words = new ByLanguage<>(ordered("en", "pt", "es", "es_MX"));

    private static Map<String, String> ordered(String... tags) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String tag : tags) {
            words.put(tag, tag);
        }
        return words;
    }

    @Test
    void a_word_of_one_language_is_answered_in_it_whatever_is_known_of_the_person() {
        assertThat(words.in(List.of("es"), List.of("pt_BR", "en"))).isEqualTo("es");
    }

    @Test
    void a_shared_word_is_answered_by_the_first_guess_that_shares_it() {
        assertThat(words.in(List.of("es", "pt"), List.of("en", "pt_BR", "es"))).isEqualTo("pt");
        assertThat(words.in(List.of("pt", "es"), List.of("es_MX"))).isEqualTo("es_MX");
    }

    @Test
    @DisplayName(
            "Without a guess a shared word is answered by the first of its languages that the document has words in")
    void without_a_guess_the_order_of_the_document_counts() {
        assertThat(words.in(List.of("es", "pt"), List.of())).isEqualTo("pt");
        assertThat(words.in(List.of("gl", "es"), List.of("ja"))).isEqualTo("es");
    }

    @Test
    void where_nothing_fits_a_guess_counts_and_then_the_first_words() {
        assertThat(words.in(List.of("fi"), List.of("es"))).isEqualTo("es");
        assertThat(words.in(List.of("fi"), List.of("ja"))).isEqualTo("en");
        assertThat(words.in(List.of(), List.of())).isEqualTo("en");
        assertThat(ByLanguage.none().in(List.of("en"), List.of("en"))).isNull();
    }
}
