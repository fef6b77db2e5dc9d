package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.conformance.Conforms;
import org.whatsapppolicy.simulator.limit.LimitName;
import org.whatsapppolicy.simulator.limit.LimitUse;

@DisplayName("Throughput (page: Throughput)")
class ThroughputLimitTest extends LimitKit {

    @Test
    @Conforms("C-149")
    void eighty_a_second_and_the_81st_is_refused_with_130429() throws Exception {
        simulator.limits().throughput();
        assertThat(codesOfParcels(81)).startsWith(-1).endsWith(130429).hasSize(81);
        assertThat(use(LimitName.THROUGHPUT)).isEqualTo(new LimitUse(LimitName.THROUGHPUT, Client.NUMBER, 80, 80, 1));

        pass(Duration.ofSeconds(1));
        assertThat(parcel(ANNA)).isEqualTo(-1);
    }

    @Test
    @Conforms("C-150")
    void at_the_high_level_a_thousand() throws Exception {
        simulator.numbers().get(Client.NUMBER).throughputLevel("HIGH");
        simulator.limits().throughput();

        List<Integer> codes = codesOfParcels(1_001);

        assertThat(codes.subList(0, 1_000)).containsOnly(-1);
        assertThat(codes.get(1_000)).isEqualTo(130429);
    }

    @Test
    @Conforms("C-151")
    void what_people_write_is_counted_in_but_never_refused() throws Exception {
        simulator.limits().strictThroughput(2);
        simulator.people().person(ANNA).writes("One");
        assertThat(parcel(ANNA)).isEqualTo(-1);
        assertThat(parcel(ANNA)).isEqualTo(130429);

        simulator.people().person(ANNA).writes("Two");
        simulator.people().person(ANNA).writes("Three");
        pass(Duration.ofSeconds(1));
        assertThat(parcel(ANNA)).isEqualTo(-1);
    }

    @Test
    @Conforms("C-152")
    void each_number_has_its_own() throws Exception {
        simulator.numbers().add(SECOND, "+15550100002", Client.ACCOUNT);
        simulator.limits().strictThroughput(1);
        assertThat(parcel(ANNA)).isEqualTo(-1);

        assertThat(client.post(
                                "/v23.0/" + SECOND + "/messages",
                                template(BERTA, "parcel", "en_US", "[]"),
                                "Bearer " + Client.TOKEN)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_second_of_the_clock_lets_a_burst_around_its_end_through_and_a_sliding_one_does_not() throws Exception {
        pass(Duration.ofMillis(900));
        simulator.limits().throughput(2);
        assertThat(codesOfParcels(3)).containsExactly(-1, -1, 130429);
        pass(Duration.ofMillis(100));
        assertThat(codesOfParcels(3)).containsExactly(-1, -1, 130429);

        pass(Duration.ofMillis(1_900));
        simulator.limits().strictThroughput(2);
        assertThat(codesOfParcels(3)).containsExactly(-1, -1, 130429);
        pass(Duration.ofMillis(999));
        assertThat(parcel(ANNA)).isEqualTo(130429);
        pass(Duration.ofMillis(1));
        assertThat(codesOfParcels(3)).containsExactly(-1, -1, 130429);
    }

    private List<Integer> codesOfParcels(int count) throws Exception {
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            codes.add(parcel("+54911555" + (20_000 + i)));
        }
        return codes;
    }
}
