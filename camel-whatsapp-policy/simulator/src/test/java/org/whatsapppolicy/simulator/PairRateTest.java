package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.template;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.conformance.Conforms;
import org.whatsapppolicy.simulator.limit.LimitName;

@DisplayName("Pair rate (page: Service messages)")
class PairRateTest extends LimitKit {

    @Test
    @Conforms("C-153")
    void a_burst_of_45_and_the_46th_is_refused_with_131056() throws Exception {
        simulator.limits().pairRate();
        for (int i = 0; i < 45; i++) {
            assertThat(parcel(ANNA)).isEqualTo(-1);
        }
        assertThat(parcel(ANNA)).isEqualTo(131056);
        assertThat(use(LimitName.PAIR_RATE).used()).isEqualTo(45);
        assertThat(parcel(BERTA)).isEqualTo(-1);
    }

    @Test
    @Conforms("C-154")
    void a_burst_of_20_is_paid_back_in_two_minutes() throws Exception {
        simulator.limits().pairRate();
        for (int i = 0; i < 20; i++) {
            assertThat(parcel(ANNA)).isEqualTo(-1);
        }
        assertThat(use(LimitName.PAIR_RATE).used()).isEqualTo(20);
        pass(Duration.ofSeconds(119));
        assertThat(use(LimitName.PAIR_RATE).used()).isEqualTo(1);
        pass(Duration.ofSeconds(1));
        assertThat(use(LimitName.PAIR_RATE).used()).isZero();
    }

    @Test
    void strictly_one_in_six_seconds() throws Exception {
        simulator.limits().strictPairRate();
        assertThat(parcel(ANNA)).isEqualTo(-1);
        pass(Duration.ofMillis(5_999));
        assertThat(parcel(ANNA)).isEqualTo(131056);
        pass(Duration.ofMillis(1));
        assertThat(parcel(ANNA)).isEqualTo(-1);
    }

    @Test
    @Conforms("C-155")
    void the_phone_number_and_the_user_id_of_one_person_are_one_recipient() throws Exception {
        simulator.people().person(ANNA).withUserId("AR.17");
        simulator.limits().strictPairRate();
        assertThat(parcel(ANNA)).isEqualTo(-1);

        String byId = template("", "parcel", "en_US", "[]").replace("\"to\":\"\"", "\"recipient\":\"AR.17\"");
        assertThat(client.send(byId).code()).isEqualTo(131056);
    }

    @Test
    void a_message_that_another_limit_refuses_is_not_counted() throws Exception {
        simulator.limits().strictPairRate().strictThroughput(1);
        assertThat(parcel(ANNA)).isEqualTo(-1);
        assertThat(parcel(BERTA)).isEqualTo(130429);

        simulator.limits().off(LimitName.THROUGHPUT);
        assertThat(parcel(BERTA)).isEqualTo(-1);
    }
}
