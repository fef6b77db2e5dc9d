package org.whatsapppolicy.policy.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.number;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneFinderTest {

    private final ZoneFinder finder = new ZoneFinder();

    @ParameterizedTest
    @CsvSource({
        "+5568999990001,America/Rio_Branco",
        "+556899990001,America/Rio_Branco",
        "+5511988887777,America/Sao_Paulo",
        "+447911123456,Europe/London",
        "+12145550123,America/Chicago",
    })
    void finds_the_zone_of_a_number(String text, ZoneId zone) {
        assertThat(finder.zones(number(text))).contains(zone);
    }

    @Test
    void a_number_of_a_large_country_can_lie_in_many_zones() {
        assertThat(finder.zones(number("+79161234567"))).hasSizeGreaterThan(5);
    }

    @Test
    void a_user_id_can_lie_in_every_zone_of_its_country() {
        assertThat(finder.zones(new UserId("BR.1A2b3C")))
                .contains(
                        ZoneId.of("America/Rio_Branco"), ZoneId.of("America/Sao_Paulo"), ZoneId.of("America/Noronha"));
        assertThat(finder.zones(new UserId("DE.1A2b3C"))).contains(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void says_nothing_of_what_it_does_not_know() {
        assertThat(finder.zones(new UserId("QQ.1"))).isEmpty();
        assertThat(finder.zones(new UnreadableRecipient("x", "y"))).isEmpty();
        assertThat(finder.zones(number("+88216123456"))).isEmpty();
    }

    @Test
    void knows_a_zone_for_every_inhabited_country() {
        for (String country : Locale.getISOCountries()) {
            if (!country.equals("BV") && !country.equals("HM") && !country.equals("AN") && !country.equals("CS")) {
                assertThat(finder.zones(new UserId(country + ".1"))).as(country).isNotEmpty();
            }
        }
    }
}
