package org.whatsapppolicy.camel.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.camel.token.AccessToken;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.Sender;
import org.whatsapppolicy.policy.message.MarkRead;

class GateTest implements Gate.Ways {

    private static final long PATIENCE = Long.MAX_VALUE;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Lane lane = new Lane(
            new Sender("billing", "1", "token", null, null, null, null, 0, null),
            "http://localhost",
            new AccessToken("token", UnaryOperator.identity(), () -> 0));
    private final List<Passage> gone = new ArrayList<>();
    private final List<Passage> limited = new ArrayList<>();
    private int freed;

    @SuppressWarnings("NullAway") // Neither is asked where no sender has a rate and nobody knows the lane.
    private final Gate gate = new Gate(
            1,
            10,
            new Lanes(null, "", UnaryOperator.identity(), timer, () -> 0),
            null,
            this,
            new Later(timer),
            () -> 0);

    @AfterEach
    void close() {
        timer.shutdownNow();
    }

    @Override
    public void go(Passage passage, Lane by) {
        gone.add(passage);
    }

    @Override
    public void judge(Passage passage) {}

    @Override
    public void limited(Passage passage) {
        limited.add(passage);
    }

    @Override
    public void free() {
        freed++;
    }

    private Passage comes(long number) {
        SendRequest request = Signals.carrier(UUID.randomUUID(), new MarkRead("wamid.1"), "slip", "billing");
        Passage passage = new Passage(request, lane, false, number, 0, result -> {});
        passage.patience(PATIENCE);
        gate.enter(passage, lane);
        return passage;
    }

    @Test
    void who_finds_no_permit_waits() {
        Passage first = comes(1);
        comes(2);
        assertThat(gone).containsExactly(first);
        assertThat(limited).isEmpty();
        assertThat(gate.waiting()).isOne();
    }

    @Test
    void an_answer_tells_the_dispatcher_that_there_is_room_unless_somebody_waits() {
        comes(1);
        gate.release();
        assertThat(freed).isOne();
        comes(2);
        comes(3);
        gate.release();
        assertThat(freed).isOne();
    }

    @Test
    void permits_are_taken_for_as_many_as_there_are_and_come_back() {
        assertThat(gate.take(5)).isOne();
        assertThat(gate.take(5)).isZero();
        comes(1);
        assertThat(gone).isEmpty();
        gate.giveBack(1);
        assertThat(gate.free()).isOne();
    }

    @Test
    void who_comes_while_it_closes_does_not_wait_for_ever() {
        comes(1);
        gate.close();
        Passage late = comes(2);
        assertThat(limited).containsExactly(late);
        assertThat(gate.waiting()).isZero();
        assertThat(lane.queue).isEmpty();
    }
}
