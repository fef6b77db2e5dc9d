package org.whatsapppolicy.policy.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientReaderTest {

    private final RecipientReader reader = new RecipientReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+5511988887777 | | +5511988887777",
                "+55 (68) 99999-0001 | | +5568999990001",
                "0055 68 99999-0001 | | +5568999990001",
                "0055 68 99999-0001 | BR | +5568999990001",
                "whatsapp:+5568999990001 | | +5568999990001",
                "WhatsApp: +55 68 99999 0001 | | +5568999990001",
                "tel:+55-68-99999-0001 | | +5568999990001",
                "＋５５ ６８ ９９９９９－０００１ | | +5568999990001",
                "+٥٥٦٨٩٩٩٩٩٠٠٠١ | | +5568999990001",
                "(+55) 68 99999.0001 | | +5568999990001",
                "(11) 98888-7777 | BR | +5511988887777",
                "011 98888-7777 | BR | +5511988887777",
                "5511988887777 | BR | +5511988887777",
                "5511988887777 | | +5511988887777",
                "5511988887777 | US | +5511988887777",
                "4915112345678 | BR | +4915112345678",
                "0171/1234567 | DE | +491711234567",
                "+44 (0) 7911 123456 | BR | +447911123456",
                "(214) 555-0123 | US | +12145550123",
            })
    void reads_what_crms_hold(String text, @Nullable String region, String expected) {
        assertThat(reader.read(text, region))
                .isInstanceOfSatisfying(
                        PhoneNumber.class, phone -> assertThat(phone.e164()).isEqualTo(expected));
    }

    @Test
    void reads_past_blanks_and_marks_that_nobody_sees() {
        String invisible = "\u200e+55\u00a068\u2007999990001\u202c\ufeff ";

        assertThat(reader.read(invisible, null))
                .isInstanceOfSatisfying(
                        PhoneNumber.class, phone -> assertThat(phone.e164()).isEqualTo("+5568999990001"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+55 68 9999-0001 | +55 68 99999-0001 | +5568999990001",
                "+55 31 7123-4567 | +55 31 97123-4567 | +5531971234567",
                "+52 1 55 1234 5678 | +52 55 1234 5678 | +525512345678",
                "+54 11 2345-6789 | +54 9 11 2345-6789 | +5491123456789",
                "+54 11 15 2345-6789 | +54 9 11 2345-6789 | +5491123456789",
            })
    void one_person_has_one_key_in_every_form_of_their_number(String old, String modern, String sentTo) {
        PhoneNumber one = (PhoneNumber) reader.read(old, null);
        PhoneNumber other = (PhoneNumber) reader.read(modern, null);

        assertThat(one.key()).isEqualTo(other.key());
        assertThat(one.e164()).isEqualTo(sentTo);
        assertThat(other.e164()).isEqualTo(sentTo);
    }

    @ParameterizedTest
    @CsvSource({"011 15 2345-6789,AR,+5491123456789", "044 55 1234 5678,MX,+525512345678"})
    void old_mobile_prefixes_are_understood_in_their_country(String text, String region, String sentTo) {
        assertThat(reader.read(text, region))
                .isInstanceOfSatisfying(
                        PhoneNumber.class, phone -> assertThat(phone.e164()).isEqualTo(sentTo));
    }

    @Test
    void brazilian_landlines_stay_as_they_are() {
        assertThat(((PhoneNumber) reader.read("+55 68 3222-1234", null)).key()).isEqualTo("+556832221234");
    }

    @ParameterizedTest
    @CsvSource({
        "+12145550123,US",
        "+14165550123,CA",
        "+18765550123,JM",
        "+17875550123,PR",
        "+447400123456,GB",
    })
    void the_region_is_told_by_the_area_code(String text, String region) {
        assertThat(((PhoneNumber) reader.read(text, "BR")).region()).isEqualTo(region);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BR.1A2b3C", "US.10000000000000000001", "US.ENT.11815799212886844830", "whatsapp:US.123"})
    void reads_business_scoped_user_ids(String text) {
        assertThat(reader.read(text, "BR"))
                .isInstanceOfSatisfying(UserId.class, id -> assertThat(text).endsWith(id.value()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "null | expected a phone number",
                "'' | empty",
                "'   ' | empty",
                "190 | short codes cannot be messaged",
                "12345 | short codes cannot be messaged",
                "+55 11 98888-7777 ramal 12 | an extension cannot be messaged",
                "+1 214 555 0123 x12 | an extension cannot be messaged",
                "+1 214 555 0123 ext. 12 | an extension cannot be messaged",
                "+1 214 555 0123#12 | an extension cannot be messaged",
                "Maria 11 98888-7777 | holds letters",
                "1-800-FLOWERS | holds letters",
                "+5511988887777, +5511988886666 | may hold several numbers",
                "(11) 98888-7777 / 97777-6666 | may hold several numbers",
                "+5511988887777 +5511988886666 | may hold several numbers",
                "11988887777 11988886666 | too many",
                "+55*11988887777 | signs that belong to no phone number",
                "55+11988887777 | a + among the digits",
                "+5500988887777 | not a valid phone number",
                "(11) 98888-7777 | no region is known",
                "98888-7777 | no region is known",
                "br.1A2b3C | holds letters",
            })
    void refuses_what_names_nobody_and_says_why(@Nullable String text, String problem) {
        Recipient found = reader.read(text, null);

        assertThat(found).isInstanceOf(UnreadableRecipient.class);
        assertThat(((UnreadableRecipient) found).problem()).contains(problem, "with + and country code", "BR.1A2b3C");
    }

    @Test
    void what_is_refused_is_shown_without_its_digits_and_names() {
        Recipient found = reader.read("Maria 11 98888-7777", "BR");

        assertThat(found.masked()).isEqualTo("xxxxx 11 9****-****");
        assertThat(found.toString()).doesNotContain("Maria").doesNotContain("8888");
    }

    @Test
    void a_region_does_not_change_a_number_that_has_its_country() {
        assertThat(reader.read("+5568999990001", "US")).isEqualTo(reader.read("+5568999990001", null));
    }
}
