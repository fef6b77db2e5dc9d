package org.whatsapppolicy.camel.send;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.document.PolicyInForce;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.Purpose;
import org.whatsapppolicy.policy.message.Signal;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.GroupCommit;

/**
 * Sends messages through the policy: the one way that routes and the dispatcher share. Never blocks its caller; each message is
 * told its end exactly once, on a thread of the callback pool, a {@link Waiter} on any. Thread-safe.
 */
public final class Messenger {

    private static final long SHORT_REST = 10;
    private static final long LONGEST_HOLDING_BACK = TimeUnit.SECONDS.toNanos(5);
    private static final long DEFAULT_PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final PolicyInForce policy;
    private final Workshop shop;
    private final GroupCommit commit;
    private final GroupCommit outcomes;
    private final Questions questions;
    private final Lanes lanes;
    private final Passages passages;
    private final Gate gate;
    private final Courier courier;
    private final Standby standby;
    private final Signals signals;
    private final Flights flights;
    private final Unsettled unsettled = new Unsettled();
    private final Dispatcher dispatcher;
    private final LongSupplier nanos;

    /**
     * Puts it together; nothing runs yet.
     *
     * @param accepted is told of each message that the platform took, by the instant of its decision; must be quick
     */
    public Messenger(PolicyInForce policy, Workshop shop, Consumer<Instant> accepted) {
        this.policy = policy;
        this.shop = shop;
        this.nanos = shop.nanos();
        this.commit = shop.commit(policy::engine);
        GroupCommit taking = shop.commit(policy::taking);
        GroupCommit throttling = shop.commit(policy::throttling);
        this.questions = new Questions(policy, commit, shop.commit(policy::consentOnly), shop.consents());
        this.lanes = new Lanes(policy::document, shop.base(), shop.placeholders(), shop.blocking(), nanos);
        this.passages = new Passages(lanes, shop.callbacks(), nanos);
        this.flights = new Flights(shop.transport(), shop.answerBound(), nanos);
        TokenSource source = new TokenSource(shop.store(), shop.blocking(), shop.timer(), nanos);
        this.gate = new Gate(shop.permits(), shop.waitingLimit(), lanes, source, new GateWays(), shop.timer(), nanos);
        this.outcomes = shop.outcomes(policy::engine);
        Courier.Ways ways = new Forwarding(policy, lanes, gate, passages, shop.blocking(), accepted, this::enter);
        Refusals refusals = new Refusals(shop.store(), shop.blocking(), unsettled);
        this.courier = new Courier(commit, outcomes, unsettled, refusals, flights, ways, shop.maxAttempts(), nanos);
        this.signals = new Signals(flights, ways, shop.answerBound(), nanos);
        this.standby = new Standby(commit, taking, throttling, lanes, gate, courier, passages, nanos);
        this.dispatcher = new Dispatcher(this, shop, policy::engine, lanes, gate, unsettled, flights);
    }

    /** Starts looking after what is held. None of it leaves yet: who is asked about it, or carries it, may be a route. */
    public void start() {
        dispatcher.start();
    }

    /** What is held and due leaves from now on. */
    public void depart() {
        passages.letOut();
        dispatcher.open();
    }

    /**
     * Nothing of what is held leaves any more, other nodes may have it; what routes send goes on. Waits a little, so that what was
     * on its way to a route is there: Camel waits for what its routes have.
     */
    public void holdBack() {
        dispatcher.shut();
        passages.holdBack();
        long until = nanos.getAsLong() + LONGEST_HOLDING_BACK;
        do {
            gate.letGoHeld();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(SHORT_REST));
        } while (!passages.noneHeld() && nanos.getAsLong() - until < 0);
        dispatcher.handBackNotBegun();
    }

    /** Sends one message, or holds it, or does not; {@code done} is told what became of it. */
    public void send(SendRequest request, Consumer<SendResult> done) {
        enter(request, false, done);
    }

    /** Sends one message that was held and is due. */
    void sendHeld(SendRequest request, Consumer<SendResult> done) {
        enter(request, true, done);
    }

    /** Sends one that was held and is decided; there is a permit for it in hand. Only inside {@link #unlessHeldBack}. */
    void sendDecided(SendRequest request, Admission.Decided decided, long before, Consumer<SendResult> done) {
        Passage passage = passages.of(request, true, done);
        passage.patience(patience(request.purpose()));
        courier.guarded(passage, () -> {
            Lane lane = passage.lane();
            if (lane == null || !lane.isOpen()) {
                gate.release();
                courier.putBack(passage, decided, false);
            } else {
                courier.go(passage, lane, decided, null, before);
            }
        });
    }

    /** Looks among what is held, which a stop waits for, unless none of it may leave any more. */
    void unlessHeldBack(Runnable work) {
        passages.unlessHeldBack(work);
    }

    long nanos() {
        return nanos.getAsLong();
    }

    /** Takes the message durably; it is decided and sent in the background. */
    public void take(SendRequest request, Consumer<SendResult> done) {
        standby.take(passages.of(request, false, done), dispatcher::wake);
    }

    /**
     * Sends a read receipt or a typing indicator: nothing is decided and nothing recorded, but the sender's turn is waited for.
     *
     * @param purpose name of the purpose whose sender it is, when {@code sender} is null
     */
    public void signal(UUID id, Signal signal, String purpose, @Nullable String sender, Consumer<SendResult> done) {
        Passage passage = passages.of(Signals.carrier(id, signal, purpose, sender), signal, done);
        passage.patience(patience(purpose));
        enter(passage);
    }

    /** While it waited the policy changed, and it leaves by another number now (S-7). */
    private void moved(Passage passage) {
        courier.guarded(passage, () -> {
            passage.moves(lanes.of(passage.request()));
            enter(passage);
        });
    }

    private long patience(String purposeName) {
        Purpose purpose = policy.document().purpose(purposeName);
        return purpose == null ? DEFAULT_PATIENCE : purpose.maxWait().toNanos();
    }

    /** Decides without any effect. */
    public CompletableFuture<Decision> check(SendRequest request) {
        return questions.check(request);
    }

    /** Judges consent and opt-outs alone, without any effect. */
    public CompletableFuture<Decision> consent(SendRequest request) {
        return questions.consent(request);
    }

    /** Whether the store could not be used when it was last asked for what is due. */
    public boolean storeAway() {
        return dispatcher.storeAway();
    }

    /** How many wait for a permit or a token. */
    public int waiting() {
        return gate.waiting();
    }

    /** The document in force. */
    PolicyDocument document() {
        return policy.document();
    }

    /** Held messages may be due. */
    public void wake() {
        dispatcher.wake();
    }

    /** How many outcomes the store has not recorded yet. */
    public int unsettled() {
        return unsettled.size();
    }

    /**
     * Stops: who waits is told so, what is under way is waited for as long as an answer may take and counts as unknown then, and
     * what was claimed and not begun is left to other nodes.
     */
    public void stop() {
        // First: one that is turned away would begin the next, and that one the next, all on one stack.
        dispatcher.stop();
        passages.close();
        gate.close();
        long until = nanos.getAsLong() + shop.answerTimeout().toNanos();
        while (!passages.none() && nanos.getAsLong() - until < 0) {
            flights.sweep();
            dispatcher.rest(SHORT_REST);
        }
        commit.close();
        outcomes.close();
        standby.close();
        questions.close();
        // Only now does none begin any more; their outcomes are brought with the others.
        flights.giveUp();
        unsettled.bring(shop.store());
        dispatcher.handBack();
    }

    private void enter(SendRequest request, boolean held, Consumer<SendResult> done) {
        Passage passage = passages.of(request, held, done);
        if (passages.turnedAway(passage)) {
            return;
        }
        passage.patience(patience(request.purpose()));
        String from = Questions.askedOf(request, policy.document());
        if (from == null) {
            enter(passage);
            return;
        }
        Later.after(
                shop.consents().ask(from, request),
                (outside, problem) -> courier.guarded(passage, () -> {
                    passage.asked(Requests.outside(request, Objects.requireNonNull(outside)), nanos.getAsLong());
                    enter(passage);
                }));
    }

    private void enter(Passage passage) {
        if (passages.turnedAway(passage)) {
            return;
        }
        Lane lane = passage.lane();
        if (lane != null) {
            gate.enter(passage, lane);
        } else if (passage.signal != null) {
            passages.end(passage, Signals.noSender(passage, policy.document()));
        } else {
            standby.decide(passage);
        }
    }

    private final class GateWays implements Gate.Ways {
        @Override
        public void go(Passage passage, Lane lane) {
            if (!lanes.leavesBy(passage.request(), lane)) {
                lane.tokens.giveBack();
                gate.release();
                moved(passage);
            } else if (passage.signal == null) {
                courier.carry(passage, lane);
            } else {
                signals.post(passage, lane, passage.signal);
            }
        }

        @Override
        public void judge(Passage passage) {
            if (passage.signal == null) {
                standby.judge(passage);
            }
        }

        @Override
        public void limited(Passage passage) {
            if (passage.signal == null) {
                standby.limited(passage);
            } else {
                passages.end(passage, Signals.limited(passage));
            }
        }

        @Override
        public void failed(Passage passage, Throwable why) {
            passages.end(passage, passage.failed(why));
        }

        @Override
        public void moved(Passage passage) {
            Messenger.this.moved(passage);
        }

        @Override
        public void free() {
            dispatcher.mayDepart();
        }
    }
}
