package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whatsapppolicy.simulator.limit.LimitName;
import org.whatsapppolicy.simulator.limit.LimitUse;

/** What all limits have in common. */
class LimitTest extends LimitKit {

    @ParameterizedTest
    @EnumSource(LimitName.class)
    void each_limit_can_be_switched_off_by_itself(LimitName name) {
        simulator.limits().asDocumented().off(name);
        assertThat(simulator.limits().usage()).extracting(LimitUse::limit).doesNotContain(name);
        simulator.limits().none();
        assertThat(simulator.limits().usage()).isEmpty();
    }
}
