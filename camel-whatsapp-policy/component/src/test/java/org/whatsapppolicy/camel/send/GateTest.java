package org.whatsapppolicy.camel.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.camel.token.AccessToken;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.Sender;
import org.whatsapppolicy.policy.message.MarkRead;

class GateTest implements Gate.Ways {

    private static final long PATIENCE = Long.MAX_VALUE;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong now = new AtomicLong();
    private final Lane lane = lane();
    private final List<Passage> gone = new ArrayList<>();
    private final List<Passage> limited = new ArrayList<>();
    private final List<Passage> failed = new CopyOnWriteArrayList<>();
    private final List<Runnable> readers = new ArrayList<>();
    private boolean vault = true;
    private int freed;

    @SuppressWarnings("NullAway") // Neither is asked where no sender has a rate and nobody knows the lane.
    private final Lanes lanes = new Lanes(null, "", this::read, readers::add, now::get);

    @SuppressWarnings("NullAway")
    private final Gate gate = new Gate(1, 10, lanes, null, this, new Later(timer), now::get);

    private String read(String written) {
        if (!vault) {
            throw new IllegalArgumentException("the vault is away");
        }
        return written;
    }

    @BeforeEach
    void open() {
        lane.open(new AccessToken("token", UnaryOperator.identity(), now::get));
    }

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
    public void failed(Passage passage, Throwable why) {
        failed.add(passage);
    }

    @Override
    public void free() {
        freed++;
    }

    private static Lane lane() {
        return new Lane(new Sender("billing", "1", "token", null, null, null, null, 0, null), "http://localhost");
    }

    private static SendRequest carrier() {
        return Signals.carrier(UUID.randomUUID(), new MarkRead("wamid.1"), "slip", "billing");
    }

    private Passage comes(long number) {
        return comes(number, lane);
    }

    private Passage comes(long number, Lane by) {
        Passage passage = new Passage(carrier(), by, false, number, 0, result -> {});
        passage.patience(PATIENCE);
        gate.enter(passage, by);
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

    @Test
    void who_comes_before_the_lane_is_open_waits_and_takes_nobodys_permit() {
        Lane shut = lane();
        Passage early = comes(1, shut);
        comes(2, shut);
        Passage other = comes(3);
        assertThat(gone).containsExactly(other);
        assertThat(readers).hasSize(1);
        gate.release();

        readers.remove(0).run();

        assertThat(gone).containsExactly(other, early);
    }

    @Test
    void whose_token_cannot_be_read_is_told_so_and_the_next_tries_again_a_second_later() {
        Lane shut = lane();
        Passage early = comes(1, shut);
        vault = false;
        readers.remove(0).run();
        assertThat(failed).containsExactly(early);
        assertThat(gate.waiting()).isZero();

        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        vault = true;
        Passage next = comes(2, shut);
        readers.remove(0).run();
        assertThat(gone).containsExactly(next);
    }

    @Test
    void a_vault_that_never_answers_is_asked_again() {
        Lane shut = lane();
        comes(1, shut);
        comes(2, shut);
        assertThat(readers).hasSize(1);

        now.addAndGet(TimeUnit.MINUTES.toNanos(1));
        comes(3, shut);

        assertThat(readers).hasSize(2);
    }

    @Test
    void a_held_message_does_not_wait_for_a_vault_that_hangs() {
        vault = false;
        assertThatThrownBy(() -> lanes.open(lane.sender)).hasMessageContaining("vault");
        Lane shut = lanes.all().iterator().next();
        Passage held = new Passage(carrier(), shut, true, 1, 0, result -> {});
        gate.enter(held, shut);

        now.addAndGet(1);

        await().until(() -> failed.contains(held));
        assertThat(gate.waiting()).isZero();
    }
}
