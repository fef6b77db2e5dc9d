package org.whatsapppolicy.camel.send;

import java.util.function.LongSupplier;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.GroupCommit;

/**
 * Decides those that have no permit and no token in hand: who is taken to be sent later, who can expect nothing but a no, and whose
 * turn did not come in time. Apart from the {@link Courier}, to whom an ALLOW is a request to write: here it is the exception, and
 * finds its permit and token then or goes back. Never blocks. Thread-safe.
 */
final class Standby {

    private final GroupCommit commit;
    private final GroupCommit taking;
    private final GroupCommit throttling;
    private final Lanes lanes;
    private final Gate gate;
    private final Courier courier;
    private final Passages passages;
    private final LongSupplier nanos;

    /**
     * Makes it.
     *
     * @param commit decides by all rules; stays the caller's
     * @param taking decides what is taken for later
     * @param throttling decides what had no turn in time
     */
    Standby(
            GroupCommit commit,
            GroupCommit taking,
            GroupCommit throttling,
            Lanes lanes,
            Gate gate,
            Courier courier,
            Passages passages,
            LongSupplier nanos) {
        this.commit = commit;
        this.taking = taking;
        this.throttling = throttling;
        this.lanes = lanes;
        this.gate = gate;
        this.courier = courier;
        this.passages = passages;
        this.nanos = nanos;
    }

    /** Takes it for later; {@code held} runs when it is in the store. */
    void take(Passage passage, Runnable held) {
        passage.entersBy(again -> take(again, held));
        Later.after(
                taking.decide(passage.request()),
                (admission, problem) -> courier.guarded(passage, () -> {
                    if (admission instanceof Admission.Decided decided
                            && decided.decision().verdict() == Verdict.DEFER) {
                        passages.end(passage, new SendResult.Taken(decided.messageId()));
                        held.run();
                    } else {
                        courier.answer(passage, admission, problem);
                    }
                }));
    }

    /** Decides for the record, because the answer is expected to be no. */
    void decide(Passage passage) {
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

    /** Looks whether one that waits at the gate waits for a no, which it gets at once then. */
    void judge(Passage passage) {
        Later.after(commit.check(passage.request()), (decision, problem) -> {
            if (decision != null && decision.verdict() != Verdict.ALLOW && gate.leave(passage)) {
                decide(passage);
            }
        });
    }

    /** It had no turn in time, or there is no room for it. */
    void limited(Passage passage) {
        if (passages.turnedAway(passage)) {
            return;
        }
        Later.after(
                throttling.decide(passage.request()),
                (admission, problem) -> courier.guarded(passage, () -> courier.answer(passage, admission, problem)));
    }

    void close() {
        taking.close();
        throttling.close();
    }
}
