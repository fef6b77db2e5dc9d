package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.template;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whatsapppolicy.simulator.conformance.Conforms;

@DisplayName("Marketing a person gets (page: Per-user marketing template limits)")
class MarketingLimitTest extends LimitKit {

    @Test
    @Conforms("C-164")
    void one_too_many_fails_later_with_131049() throws Exception {
        simulator.limits().marketing(2);
        assertThat(fateOfSale(ANNA)).isEqualTo("DELIVERED");
        assertThat(fateOfSale(ANNA)).isEqualTo("DELIVERED");
        assertThat(fateOfSale(ANNA)).isEqualTo("FAILED 131049");
        assertThat(fateOfParcel(ANNA)).isEqualTo("DELIVERED");
        assertThat(fateOfSale(BERTA)).isEqualTo("DELIVERED");
    }

    @Test
    @Conforms("C-165")
    void a_reply_lifts_it_and_what_goes_inside_the_window_is_not_counted() throws Exception {
        simulator.limits().strictMarketing();
        assertThat(fateOfSale(ANNA)).isEqualTo("DELIVERED");
        simulator.people().person(ANNA).writes("Tell me more");
        assertThat(fateOfSale(ANNA)).isEqualTo("DELIVERED");
        simulator.people().person(BERTA).writes("Tell me more");
        assertThat(fateOfSale(BERTA)).isEqualTo("DELIVERED");

        pass(Duration.ofHours(24));
        assertThat(fateOfSale(BERTA)).isEqualTo("DELIVERED");
        assertThat(fateOfSale(BERTA)).isEqualTo("FAILED 131049");
    }

    @Test
    @Conforms("C-166")
    void after_24_hours_it_is_free_again_unless_somebody_retried_before() throws Exception {
        simulator.limits().strictMarketing();
        assertThat(fateOfSale(ANNA)).isEqualTo("DELIVERED");
        assertThat(fateOfSale(BERTA)).isEqualTo("DELIVERED");
        assertThat(fateOfSale(ANNA)).isEqualTo("FAILED 131049");
        assertThat(fateOfSale(BERTA)).isEqualTo("FAILED 131049");
        pass(Duration.ofHours(23));
        assertThat(fateOfSale(ANNA)).isEqualTo("FAILED 131049");

        pass(Duration.ofHours(1));
        assertThat(fateOfSale(BERTA)).isEqualTo("DELIVERED");
        assertThat(fateOfSale(ANNA)).isEqualTo("FAILED 131049");
        pass(Duration.ofHours(24));
        assertThat(fateOfSale(ANNA)).isEqualTo("DELIVERED");
    }

    @ParameterizedTest
    @CsvSource({
        "+491511234567,DELIVERED",
        "+447700900123,DELIVERED",
        "+4712345678,DELIVERED",
        "+819012345678,DELIVERED",
        "+821012345678,DELIVERED",
        "+41791234567,FAILED 131049",
        "+919812345678,FAILED 131049",
        "+905301234567,FAILED 131049",
        "+14165550123,FAILED 131049"
    })
    @Conforms("C-167")
    void it_does_not_hold_in_the_EEA_the_United_Kingdom_Japan_and_South_Korea(String person, String second)
            throws Exception {
        simulator.limits().strictMarketing();
        assertThat(fateOfSale(person)).isEqualTo("DELIVERED");
        assertThat(fateOfSale(person)).isEqualTo(second);
    }

    @Test
    @Conforms("C-168")
    void nor_for_numbers_from_there() throws Exception {
        simulator.numbers().add(SECOND, "+4930123456", Client.ACCOUNT);
        simulator.limits().strictMarketing();
        for (int i = 0; i < 2; i++) {
            Client.Answer answer = client.post(
                    "/v23.0/" + SECOND + "/messages", template(ANNA, "sale", "en_US", "[]"), "Bearer " + Client.TOKEN);
            pass(Duration.ofSeconds(1));
            assertThat(fates.get(answer.wamid())).isEqualTo("DELIVERED");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "+12125550123,FAILED 131049",
        "+19075550123,FAILED 131049",
        "+14165550123,DELIVERED",
        "+18765550123,DELIVERED",
        "+17875550123,DELIVERED",
        "+15550101001,DELIVERED",
        "+447700900123,DELIVERED"
    })
    @Conforms("C-169")
    void numbers_with_area_codes_of_the_United_States_get_none_at_all(String person, String fate) throws Exception {
        simulator.limits().usMarketing();
        simulator.people().person(person).writes("Even if they ask");
        assertThat(fateOfSale(person)).isEqualTo(fate);
        assertThat(fateOfParcel(person)).isEqualTo("DELIVERED");
    }

    @ParameterizedTest
    @CsvSource({"2025-03-31T23:59:59.999Z,DELIVERED", "2025-04-01T00:00:00Z,FAILED 131049"})
    @Conforms("C-170")
    void since_the_first_of_April_2025(Instant when, String fate) throws Exception {
        simulator.close();
        open(when);
        simulator.limits().usMarketing();
        assertThat(fateOfSale("+12125550123")).isEqualTo(fate);
    }

    @Test
    void who_stopped_offers_gets_131050_whatever_the_limits() throws Exception {
        simulator.limits().marketing(1);
        assertThat(fateOfSale(ANNA)).isEqualTo("DELIVERED");
        simulator.people().person(ANNA).stopsOffers();
        assertThat(fateOfSale(ANNA)).isEqualTo("FAILED 131050");
        assertThat(fateOfParcel(ANNA)).isEqualTo("DELIVERED");
    }
}
