package org.whatsapppolicy.camel.send;

import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.document.PolicyInForce;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.Purpose;
import org.whatsapppolicy.store.Admission;

/**
 * Where a message goes that the courier is done with: to its end, or in front of the gate again, as a later attempt or by another
 * document. Apart from the messenger, which leads to the gate and from there to the courier: this is the way back. Thread-safe.
 */
final class Forwarding implements Courier.Ways {

    private final PolicyInForce policy;
    private final Lanes lanes;
    private final Gate gate;
    private final Passages passages;
    private final Executor blocking;
    private final Consumer<Instant> accepted;
    private final Consumer<Passage> gateway;

    /**
     * Makes it.
     *
     * @param accepted is told of each message that the platform took, by the instant of its decision
     * @param gateway takes those that go in front of the gate again, unless they came in by another door
     */
    Forwarding(
            PolicyInForce policy,
            Lanes lanes,
            Gate gate,
            Passages passages,
            Executor blocking,
            Consumer<Instant> accepted,
            Consumer<Passage> gateway) {
        this.policy = policy;
        this.lanes = lanes;
        this.gate = gate;
        this.passages = passages;
        this.blocking = blocking;
        this.accepted = accepted;
        this.gateway = gateway;
    }

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
        again(passage, Requests.attempt(passage.request(), attempt, taken));
    }

    private void again(Passage passage, SendRequest later) {
        passage.again(later, lanes.of(later));
        passage.entrance(gateway).accept(passage);
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
        Later.after(policy.following(stale.active(), blocking), (followed, problem) -> {
            if (problem != null) {
                passages.end(passage, passage.failed(problem));
                return;
            }
            try {
                again(passage, passage.request());
            } catch (RuntimeException | Error e) {
                passages.end(passage, passage.failed(e));
            }
        });
    }

    @Override
    public void end(Passage passage, SendResult result) {
        passages.end(passage, result);
    }
}
