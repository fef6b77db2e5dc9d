package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.conformance.Conforms;
import org.whatsapppolicy.simulator.limit.Sending;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.shown.Progress;

@DisplayName("Upgrades (pages: Messaging limits, Throughput)")
class UpgradesTest extends LimitKit {

    @Test
    @Conforms("C-162")
    void half_of_the_tier_used_in_seven_days_raises_it_within_six_hours() throws Exception {
        simulator.numbers().get(Client.NUMBER).messagingLimit("TIER_2K");
        simulator.limits().upgrades();
        reached(999);
        assertThat(parcel(ANNA)).isEqualTo(-1);
        pass(Duration.ofHours(5));
        assertThat(simulator.numbers().get(Client.NUMBER).messagingLimit()).isEqualTo("TIER_2K");
        pass(Duration.ofHours(2));
        assertThat(simulator.numbers().get(Client.NUMBER).messagingLimit()).isEqualTo("TIER_10K");
    }

    @Test
    @Conforms("C-163")
    void not_with_a_quality_that_is_less_than_high() throws Exception {
        simulator.numbers().get(Client.NUMBER).messagingLimit("TIER_2K").qualityRating("YELLOW");
        simulator.limits().upgrades();
        reached(999);
        assertThat(parcel(ANNA)).isEqualTo(-1);
        pass(Duration.ofHours(7));
        assertThat(simulator.numbers().get(Client.NUMBER).messagingLimit()).isEqualTo("TIER_2K");
    }

    @Test
    @Conforms("C-666")
    void two_thousand_people_reached_in_thirty_days_lead_from_the_first_tier_to_the_next() throws Exception {
        simulator.numbers().get(Client.NUMBER).messagingLimit("TIER_250");
        simulator.limits().upgrades();
        reached(1_999);
        pass(Duration.ofHours(7));
        assertThat(limit()).as("one person is missing").isEqualTo("TIER_250");
        assertThat(parcel(ANNA)).isEqualTo(-1);
        pass(Duration.ofHours(7));
        assertThat(limit()).isEqualTo("TIER_2K");
    }

    @Test
    void people_reached_more_than_thirty_days_ago_do_not_count_for_the_first_tier() throws Exception {
        simulator.numbers().get(Client.NUMBER).messagingLimit("TIER_250");
        simulator.limits().upgrades();
        reached(1_999);
        pass(Duration.ofDays(31));
        assertThat(parcel(ANNA)).isEqualTo(-1);
        pass(Duration.ofHours(7));
        assertThat(limit()).isEqualTo("TIER_250");
    }

    @Test
    @Conforms("C-665")
    void a_number_that_reached_a_hundred_thousand_people_in_a_day_gets_the_high_level_after_a_minute_of_131057()
            throws Exception {
        SimulatedNumber number = simulator.numbers().get(Client.NUMBER).messagingLimit("TIER_UNLIMITED");
        simulator.limits().upgrades();
        reached(99_999);
        assertThat(parcel(ANNA)).isEqualTo(-1);
        assertThat(parcel(BERTA)).as("one person is missing").isEqualTo(-1);
        pass(Duration.ofSeconds(1));

        assertThat(parcel(CARLA)).isEqualTo(131057);
        pass(Duration.ofSeconds(58));
        assertThat(parcel(CARLA)).isEqualTo(131057);
        assertThat(number.throughputLevel()).isEqualTo("STANDARD");
        pass(Duration.ofSeconds(2));
        assertThat(parcel(CARLA)).isEqualTo(-1);
        assertThat(number.throughputLevel()).isEqualTo("HIGH");
    }

    /** So many people were reached just now, without the way over HTTP. */
    private void reached(int people) {
        SimulatedNumber number = simulator.numbers().get(Client.NUMBER);
        for (int i = 0; i < people; i++) {
            Sending sending = new Sending(number, "54911" + (1_000_000 + i), "utility", false, false, 0);
            simulator.limits().reached(sending, Progress.DELIVERED);
        }
    }

    private String limit() {
        return simulator.numbers().get(Client.NUMBER).messagingLimit();
    }
}
