package org.whatsapppolicy.policy.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountryLanguagesTest {

    private static Recipient read(String text) {
        return new RecipientReader().read(text, null);
    }

    @Test
    void a_number_and_a_user_id_tell_the_languages_of_their_country() {
        assertThat(CountryLanguages.of(read("+5511988880001"))).containsExactly("pt");
        assertThat(CountryLanguages.of(read("+525512345678"))).containsExactly("es");
        assertThat(CountryLanguages.of(new UserId("CH.1001"))).startsWith("de", "fr");
    }

    @Test
    void of_no_country_nothing_is_known() {
        assertThat(CountryLanguages.of(new UserId("ZZ.1001"))).isEmpty();
        assertThat(CountryLanguages.of(new UnreadableRecipient("x", "y"))).isEmpty();
    }
}
