package org.whatsapppolicy.camel.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.document.Sender;

class LaneTest {

    private final Lane lane =
            new Lane(new Sender("billing", "1", "token", null, null, null, null, 0, null), "http://localhost");
    private final AtomicInteger drained = new AtomicInteger();

    @Test
    @DisplayName("M-7: who asks for a drain while there is one has it run once more, by the thread that drains")
    void who_asks_meanwhile_has_it_run_once_more() {
        lane.drained(() -> {
            if (drained.incrementAndGet() == 1) {
                lane.drained(() -> drained.addAndGet(100));
                lane.drained(() -> drained.addAndGet(100));
            }
        });
        assertThat(drained).hasValue(2);
    }

    @Test
    @DisplayName("M-7: a drain that ends in an error is not the last one, also when others asked for it meanwhile")
    void a_drain_that_ends_in_an_error_is_not_the_last() {
        assertThatThrownBy(() -> lane.drained(() -> {
                    lane.drained(drained::incrementAndGet);
                    throw new InternalError("once");
                }))
                .isInstanceOf(InternalError.class);
        lane.drained(drained::incrementAndGet);
        assertThat(drained).hasValue(1);
    }
}
