package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.template;
import static org.whatsapppolicy.simulator.Client.text;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whatsapppolicy.simulator.conformance.Conforms;
import org.whatsapppolicy.simulator.limit.BeyondPortfolio;
import org.whatsapppolicy.simulator.limit.LimitName;
import org.whatsapppolicy.simulator.limit.Portfolio;
import org.whatsapppolicy.simulator.limit.Tier;

@DisplayName("Portfolio limit (page: Messaging limits)")
class PortfolioLimitTest extends LimitKit {

    @Test
    @Conforms("C-156")
    void the_251st_person_in_24_hours_is_refused_on_the_first_tier() throws Exception {
        simulator.numbers().get(Client.NUMBER).messagingLimit(Tier.TIER_250.name());
        simulator.limits().portfolio(Portfolio.byTier());
        for (int i = 0; i < 250; i++) {
            assertThat(parcel("+54911555" + (20_000 + i))).isEqualTo(-1);
        }
        pass(Duration.ofSeconds(1));

        assertThat(use(LimitName.PORTFOLIO).used()).isEqualTo(250);
        assertThat(parcel(ANNA)).isEqualTo(131048);
        assertThat(parcel("+5491155520000")).isEqualTo(-1);
    }

    @Test
    @Conforms("C-157")
    void people_count_from_delivery_to_24_hours_later_to_the_millisecond() throws Exception {
        simulator.limits().portfolio(Portfolio.of(1));
        assertThat(fateOfParcel(ANNA)).isEqualTo("DELIVERED");
        pass(Duration.ofHours(24).minusMillis(1_000 - 30 + 1));
        assertThat(parcel(BERTA)).isEqualTo(131048);
        pass(Duration.ofMillis(1));
        assertThat(parcel(BERTA)).isEqualTo(-1);
    }

    @Test
    @Conforms("C-158")
    void what_is_not_delivered_does_not_count() throws Exception {
        simulator.limits().portfolio(Portfolio.of(1));
        simulator.people().person(ANNA).failsWith(131026);
        assertThat(fateOfParcel(ANNA)).isEqualTo("FAILED 131026");

        assertThat(fateOfParcel(BERTA)).isEqualTo("DELIVERED");
        assertThat(parcel(CARLA)).isEqualTo(131048);
    }

    @Test
    @Conforms("C-159")
    void people_who_wrote_within_24_hours_do_not_count() throws Exception {
        simulator.limits().portfolio(Portfolio.of(1));
        simulator.people().person(ANNA).writes("Hello?");
        assertThat(fateOfParcel(ANNA)).isEqualTo("DELIVERED");
        assertThat(fate(text(ANNA, "Hi"))).isEqualTo("DELIVERED");

        assertThat(use(LimitName.PORTFOLIO).used()).isZero();
        assertThat(fateOfParcel(BERTA)).isEqualTo("DELIVERED");
        assertThat(parcel(CARLA)).isEqualTo(131048);
        assertThat(parcel(ANNA)).isEqualTo(-1);
    }

    @Test
    @Conforms("C-160")
    void it_is_one_limit_over_all_numbers() throws Exception {
        simulator.numbers().add(SECOND, "+15550100002", Client.ACCOUNT);
        simulator.limits().portfolio(Portfolio.of(1));
        assertThat(fateOfParcel(ANNA)).isEqualTo("DELIVERED");

        assertThat(client.post(
                                "/v23.0/" + SECOND + "/messages",
                                template(BERTA, "parcel", "en_US", "[]"),
                                "Bearer " + Client.TOKEN)
                        .code())
                .isEqualTo(131048);
    }

    @Test
    void strictly_people_count_before_delivery() throws Exception {
        simulator.limits().portfolio(Portfolio.of(1));
        assertThat(parcel(ANNA)).isEqualTo(-1);
        assertThat(parcel(BERTA)).isEqualTo(-1);
        pass(Duration.ofHours(25));

        simulator.limits().portfolio(Portfolio.of(1).strictly());
        assertThat(parcel(ANNA)).isEqualTo(-1);
        assertThat(parcel(BERTA)).isEqualTo(131048);
    }

    @Test
    void strictly_too_a_failure_makes_room_again() throws Exception {
        simulator.limits().portfolio(Portfolio.of(1).strictly());
        simulator.pricing().paymentMethod(false);
        assertThat(parcel(ANNA)).isEqualTo(-1);
        assertThat(parcel(BERTA)).isEqualTo(131048);

        pass(Duration.ofSeconds(1));
        assertThat(parcel(BERTA)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"FAIL_LATER,FAILED 131048", "SILENCE,SILENCE"})
    @Conforms("C-161")
    void one_too_many_can_also_be_accepted_and_fail_or_never_be_heard_of(BeyondPortfolio beyond, String fate)
            throws Exception {
        simulator.limits().portfolio(Portfolio.of(1).beyond(beyond));
        assertThat(fateOfParcel(ANNA)).isEqualTo("DELIVERED");

        assertThat(fateOfParcel(BERTA)).isEqualTo(fate);
    }
}
