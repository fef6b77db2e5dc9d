package org.whatsapppolicy.camel.send;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.document.PolicyInForce;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Verdict;
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

    private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);
    private static final long SHORT_REST = 10;
    private static final long DEFAULT_PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final PolicyInForce policy;
    private final Workshop shop;
    private final GroupCommit commit;
    private final GroupCommit outcomes;
    private final GroupCommit taking;
    private final GroupCommit throttling;
    private final Questions questions;
    private final Lanes lanes;
    private final Gate gate;
    private final Courier courier;
    private final Signals signals;
    private final Flights flights;
    private final Unsettled unsettled = new Unsettled();
    private final Dispatcher dispatcher;
    private final AtomicLong numbers = new AtomicLong();
    private final LongSupplier nanos;
    private final Consumer<Instant> accepted;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean closed;

    /**
     * Puts it together; nothing runs yet.
     *
     * @param accepted is told of each message that the platform took, by the instant of its decision; must be quick
     */
    public Messenger(PolicyInForce policy, Workshop shop, Consumer<Instant> accepted) {
        this.policy = policy;
        this.accepted = accepted;
        this.shop = shop;
        this.nanos = shop.nanos();
        this.commit = shop.commit(policy::engine);
        this.taking = shop.commit(policy::taking);
        this.throttling = shop.commit(policy::throttling);
        this.questions = new Questions(policy, commit, shop.commit(policy::consentOnly), shop.consents());
        this.lanes = new Lanes(policy, shop.base(), shop.placeholders(), nanos);
        this.flights = new Flights(shop.answerBound(), nanos);
        TokenSource source = new TokenSource(shop.store(), shop.blocking(), shop.timer(), nanos);
        this.gate = new Gate(shop.permits(), shop.waitingLimit(), lanes, source, new GateWays(), shop.timer(), nanos);
        this.outcomes = shop.outcomes(policy::engine);
        Courier.Ways ways = new CourierWays();
        Refusals refusals = new Refusals(shop.store(), shop.blocking(), unsettled);
        this.courier = new Courier(
                commit, outcomes, shop.transport(), unsettled, refusals, flights, ways, shop.maxAttempts(), nanos);
        this.signals = new Signals(shop.transport(), flights, ways, shop.answerBound(), nanos);
        this.dispatcher = new Dispatcher(this, shop, policy::engine, lanes, gate, unsettled, flights);
    }

    /** Starts sending what is held and due. */
    public void start() {
        dispatcher.start();
    }

    /** Sends one message, or holds it, or does not; {@code done} is told what became of it. */
    public void send(SendRequest request, Consumer<SendResult> done) {
        enter(request, false, done);
    }

    /** Sends one message that was held and is due. */
    void sendHeld(SendRequest request, Consumer<SendResult> done) {
        enter(request, true, done);
    }

    /** Sends one that was held and is decided; there is a permit for it in hand. Only inside {@link #unlessClosed}. */
    void sendDecided(SendRequest request, Admission.Decided decided, long before, Consumer<SendResult> done) {
        Passage passage = passage(request, true, done);
        passage.patience(patience(request.purpose()));
        courier.guarded(passage, () -> {
            Lane lane = passage.lane();
            if (lane == null) {
                gate.release();
                courier.putBack(passage, decided, false);
            } else {
                courier.go(passage, lane, decided, null, before);
            }
        });
    }

    /** Does work that a stop waits for, or nothing once it stops. */
    void unlessClosed(Runnable work) {
        underWay.incrementAndGet();
        try {
            if (!closed) {
                work.run();
            }
        } finally {
            underWay.decrementAndGet();
        }
    }

    long nanos() {
        return nanos.getAsLong();
    }

    /** Takes the message durably; it is decided and sent in the background. */
    public void take(SendRequest request, Consumer<SendResult> done) {
        Passage passage = passage(request, false, done);
        Later.after(
                taking.decide(request),
                (admission, problem) -> courier.guarded(passage, () -> {
                    if (admission instanceof Admission.Decided decided
                            && decided.decision().verdict() == Verdict.DEFER) {
                        end(passage, new SendResult.Taken(decided.messageId()));
                        dispatcher.wake();
                    } else {
                        courier.answer(passage, admission, problem);
                    }
                }));
    }

    /**
     * Sends a read receipt or a typing indicator: nothing is decided and nothing recorded, but the sender's turn is waited for.
     *
     * @param purpose name of the purpose whose sender it is, when {@code sender} is null
     */
    public void signal(UUID id, Signal signal, String purpose, @Nullable String sender, Consumer<SendResult> done) {
        SendRequest carrier = Signals.carrier(id, signal, purpose, sender);
        Lane lane = lanes.of(carrier);
        Passage passage =
                new Passage(carrier, lane, false, numbers.incrementAndGet(), nanos.getAsLong(), counted(done), signal);
        passage.patience(patience(purpose));
        enter(passage);
    }

    private SendResult noSender(Passage passage) {
        return new SendResult.Failed(
                passage.request().id(),
                new IllegalArgumentException("sender: found no sender of that name or purpose; expected one of "
                        + policy.document().senders().keySet()));
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
     * Stops: who waits is told so, what is under way is waited for as long as an answer may take, and what was claimed and not
     * begun is left to other nodes.
     */
    public void stop() {
        closed = true;
        dispatcher.stop();
        gate.close();
        long until = nanos.getAsLong() + shop.answerTimeout().toNanos();
        while (underWay.get() > 0 && nanos.getAsLong() - until < 0) {
            dispatcher.rest(SHORT_REST);
        }
        commit.close();
        outcomes.close();
        taking.close();
        throttling.close();
        questions.close();
        unsettled.bring(shop.store());
        dispatcher.handBack();
    }

    /** Counts it as under way until it is told its end. */
    private Consumer<SendResult> counted(Consumer<SendResult> done) {
        underWay.incrementAndGet();
        Consumer<SendResult> counted = result -> {
            try {
                done.accept(result);
            } finally {
                underWay.decrementAndGet();
            }
        };
        return done instanceof Waiter ? new Waiter(counted) : counted;
    }

    private Passage passage(SendRequest request, boolean held, Consumer<SendResult> done) {
        return new Passage(
                request, lanes.of(request), held, numbers.incrementAndGet(), nanos.getAsLong(), counted(done));
    }

    private void enter(SendRequest request, boolean held, Consumer<SendResult> done) {
        Passage passage = passage(request, held, done);
        if (closed) {
            end(passage, stopping(passage));
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
        Lane lane = passage.lane();
        if (closed) {
            end(passage, stopping(passage));
        } else if (lane != null) {
            gate.enter(passage, lane);
        } else if (passage.signal != null) {
            end(passage, noSender(passage));
        } else {
            decideOnly(passage);
        }
    }

    /** Decides without a permit, for the record, because the answer is expected to be no. */
    private void decideOnly(Passage passage) {
        long before = nanos.getAsLong();
        Later.after(
                commit.decide(passage.request()),
                (admission, problem) -> courier.guarded(passage, () -> {
                    if (admission instanceof Admission.Decided decided
                            && decided.decision().verdict() == Verdict.ALLOW) {
                        Lane lane = passage.lane();
                        if (lane != null && lanes.leavesBy(passage.request(), lane) && gate.passes(lane)) {
                            courier.deliver(passage, lane, decided, before);
                        } else {
                            courier.putBack(passage, decided, lane != null);
                        }
                    } else {
                        courier.answer(passage, admission, problem);
                    }
                }));
    }

    private void limited(Passage passage) {
        if (closed) {
            end(passage, stopping(passage));
            return;
        }
        Later.after(
                throttling.decide(passage.request()),
                (admission, problem) -> courier.guarded(passage, () -> courier.answer(passage, admission, problem)));
    }

    private void end(Passage passage, SendResult result) {
        if (passage.waitedFor) {
            passage.tell(result);
            return;
        }
        try {
            shop.callbacks().execute(() -> passage.tell(result));
        } catch (RejectedExecutionException e) {
            passage.tell(result);
        }
    }

    private static SendResult stopping(Passage passage) {
        return passage.failed(new RejectedExecutionException("whatsapp-policy is stopping: nothing was sent"));
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
            if (passage.signal != null) {
                return;
            }
            Later.after(commit.check(passage.request()), (decision, problem) -> {
                if (decision != null && decision.verdict() != Verdict.ALLOW && gate.leave(passage)) {
                    decideOnly(passage);
                }
            });
        }

        @Override
        public void limited(Passage passage) {
            if (passage.signal == null) {
                Messenger.this.limited(passage);
            } else {
                end(passage, Signals.limited(passage));
            }
        }

        @Override
        public void free() {
            dispatcher.mayDepart();
        }
    }

    private final class CourierWays implements Courier.Ways {
        @Override
        public void release() {
            gate.release();
        }

        @Override
        public boolean leavesBy(Passage passage, Lane lane) {
            return lanes.leavesBy(passage.request(), lane);
        }

        @Override
        public void again(Passage passage, int attempt, Instant taken) {
            SendRequest later = Requests.attempt(passage.request(), attempt, taken);
            passage.again(later, lanes.of(later));
            enter(passage);
        }

        @Override
        public @Nullable Instant expires(SendRequest request, Instant at) {
            Purpose purpose = policy.document().purpose(request.purpose());
            return purpose == null ? null : request.expiry(purpose.expireAfter(), at);
        }

        @Override
        public void accepted(Instant at) {
            accepted.accept(at);
        }

        @Override
        public void stale(Passage passage, Admission.Stale stale) {
            shop.blocking().execute(() -> {
                try {
                    policy.follow(stale.active());
                    passage.again(passage.request(), lanes.of(passage.request()));
                    enter(passage);
                } catch (RuntimeException e) {
                    LOG.error("The policy that is active in the store cannot be used: {}", e.getMessage());
                    end(passage, new SendResult.Failed(passage.request().id(), e));
                }
            });
        }

        @Override
        public void end(Passage passage, SendResult result) {
            Messenger.this.end(passage, result);
        }
    }
}
