package org.whatsapppolicy.camel.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.camel.token.AccessToken;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.PolicyDocumentReader;
import org.whatsapppolicy.policy.message.MarkRead;

class GateTest implements Gate.Ways {

    private static final long PATIENCE = Long.MAX_VALUE;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong now = new AtomicLong();
    private PolicyDocument document = document("1");
    private final Lane lane = lane();
    private final List<Passage> gone = new ArrayList<>();
    private final List<Passage> limited = new ArrayList<>();
    private final List<Passage> failed = new CopyOnWriteArrayList<>();
    private final List<Passage> moved = new CopyOnWriteArrayList<>();
    private final List<Runnable> readers = new ArrayList<>();
    private boolean vault = true;
    private int freed;

    private final Lanes lanes = new Lanes(() -> document, "", this::read, readers::add, now::get);

    @SuppressWarnings("NullAway") // It is not asked where no sender has a rate.
    private final Gate gate = new Gate(1, 10, lanes, null, this, new Later(timer), now::get);

    private static PolicyDocument document(String number) {
        String text = """
                version: 1
                revision: 1
                senders: { billing: { phoneNumberId: "%s", accessToken: token, account: "2", region: BR, throughput: none } }
                purposes: { slip: { sender: billing, category: utility, basis: contract, consent: opt-in } }
                """.formatted(number);
        return new PolicyDocumentReader().read("policy", text, written -> written);
    }

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
    public void moved(Passage passage) {
        moved.add(passage);
    }

    @Override
    public void free() {
        freed++;
    }

    private Lane lane() {
        return new Lane(Objects.requireNonNull(document.senders().get("billing")), "http://localhost");
    }

    private static SendRequest carrier() {
        return Signals.carrier(UUID.randomUUID(), new MarkRead("wamid.1"), "slip", "billing");
    }

    private Passage comes(long number) {
        return comes(number, lane);
    }

    private Passage comes(long number, Lane by) {
        return comes(number, by, PATIENCE);
    }

    private Passage comes(long number, Lane by, long patience) {
        Passage passage = new Passage(carrier(), by, false, number, now.get(), result -> {});
        passage.patience(patience);
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

        now.addAndGet(TimeUnit.SECONDS.toNanos(6));

        await().until(() -> failed.contains(held));
        assertThat(gate.waiting()).isZero();
    }

    @Test
    @DisplayName("S-29: who does not wait for a turn waits until the sender's token is read for the first time")
    void a_token_is_no_turn() {
        Lane shut = known();
        Passage hasty = comes(1, shut, 0);
        now.addAndGet(TimeUnit.SECONDS.toNanos(4));
        reviewed(comes(2, shut, 0));

        readers.remove(0).run();

        assertThat(gone).containsExactly(hasty);
        assertThat(limited).isEmpty();
        assertThat(failed).isEmpty();
    }

    @Test
    @DisplayName("S-29: and is told when it could not be read in five seconds, and not that there was no turn")
    void a_token_that_does_not_come() {
        Lane shut = known();
        Passage hasty = comes(1, shut, 0);

        now.addAndGet(TimeUnit.SECONDS.toNanos(6));

        await().until(() -> failed.contains(hasty));
        assertThat(limited).isEmpty();
    }

    @Test
    @DisplayName("S-7: who waits for a token that the document names no more goes the way that it names now")
    void a_document_follows() {
        Lane shut = known();
        Passage early = comes(1, shut);

        document = document("3");

        await().until(() -> moved.contains(early));
        assertThat(gate.waiting()).isZero();
        assertThat(failed).isEmpty();
    }

    @Test
    void a_first_try_that_fails_late_says_nothing_of_the_second() {
        Lane shut = lane();
        Passage early = comes(1, shut);
        Runnable first = readers.remove(0);
        now.addAndGet(TimeUnit.MINUTES.toNanos(1));
        Passage late = comes(2, shut);
        vault = false;
        first.run();
        assertThat(failed).isEmpty();

        vault = true;
        readers.remove(0).run();
        assertThat(gone).containsExactly(early);
        gate.release();
        assertThat(late.waiting()).isTrue();
    }

    /** A lane that the gate knows, and that is not open. */
    private Lane known() {
        return Objects.requireNonNull(lanes.of(carrier()));
    }

    /** Waits until the gate has looked at who waits, since that one came. */
    private static void reviewed(Passage passage) {
        await().until(() -> !passage.firstCheck());
    }
}
