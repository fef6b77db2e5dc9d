package org.whatsapppolicy.policy.address;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class RecipientReaderProperties {

    private final RecipientReader reader = new RecipientReader();

    @Property
    void never_throws_and_never_shows_a_whole_number(@ForAll @StringLength(max = 40) String text) {
        Recipient found = reader.read(text, "BR");

        assertThat(found.masked().chars().filter(Character::isDigit).count()).isLessThanOrEqualTo(5);
    }

    @Property
    void phone_like_noise_never_throws(
            @ForAll
                    @Chars({'0', '1', '5', '9', '+', '(', ')', '-', ' ', '.', '/', 'x', '#', ';', '\n'})
                    @StringLength(max = 30)
                    String text) {
        assertThat(reader.read(text, null)).isNotNull();
    }

    @Property
    void a_brazilian_mobile_is_one_person_with_and_without_the_ninth_digit(
            @ForAll @IntRange(min = 11, max = 99) int area,
            @ForAll @IntRange(min = 60_000_000, max = 99_999_999) int number) {
        Recipient modern = reader.read("+55" + area + "9" + number, null);
        Assume.that(modern instanceof PhoneNumber);

        assertThat(reader.read("+55" + area + number, null)).isEqualTo(modern);
        assertThat(reader.read("(" + area + ") " + number, "BR")).isEqualTo(modern);
    }

    @Property
    void a_mexican_mobile_is_one_person_with_and_without_the_old_one(
            @ForAll @IntRange(min = 20, max = 99) int area,
            @ForAll @IntRange(min = 10_000_000, max = 99_999_999) int number) {
        Recipient modern = reader.read("+52" + area + number, null);
        Assume.that(modern instanceof PhoneNumber);

        assertThat(reader.read("+521" + area + number, null)).isEqualTo(modern);
    }

    @Property
    void an_argentine_mobile_is_one_person_in_all_three_forms(
            @ForAll @IntRange(min = 20_000_000, max = 69_999_999) int number) {
        Recipient modern = reader.read("+54911" + number, null);
        Assume.that(modern instanceof PhoneNumber);

        assertThat(reader.read("+5411" + number, null)).isEqualTo(modern);
        assertThat(reader.read("011 15 " + number, "AR")).isEqualTo(modern);
    }

    @Property
    void reading_what_was_read_changes_nothing(@ForAll @IntRange(min = 10_000_000, max = 99_999_999) int number) {
        Recipient once = reader.read("+5411" + number, null);
        Assume.that(once instanceof PhoneNumber);

        assertThat(reader.read(((PhoneNumber) once).e164(), "BR")).isEqualTo(once);
    }
}
