package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The small form of {@link Campaign}. */
class CampaignTest {

    @Test
    void a_thousand_people_run_through_a_campaign_by_themselves_and_again_the_same_way() throws Exception {
        Campaign.Result first = new Campaign(1_000, 1).run();
        Campaign.Result second = new Campaign(1_000, 1).run();
        Campaign.Result other = new Campaign(1_000, 2).run();

        Map<String, Long> told = first.told();
        assertThat(first.accepted()).isEqualTo(1_000);
        assertThat(told.get("sent")).isEqualTo(1_000);
        assertThat(told.get("delivered")).isEqualTo(1_000).isEqualTo(first.billed());
        assertThat(told.get("read")).isBetween(730L, 870L);
        assertThat(told.get("button")).isBetween(40L, 120L);
        assertThat(told).containsKeys("text", "stop");
        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }
}
