package org.whatsapppolicy.store.state;

import java.time.Instant;
import java.util.List;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Reason;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.document.Category;

/**
 * The part of a message's row that its last decision wrote.
 *
 * @param reasons every finding, in order
 * @param policyHash the document it was decided by
 * @param category what it counts as
 * @param proactive whether it is not an answer inside an open window (S-1)
 * @param at the instant it was decided for; it counts from here (M-5)
 */
public record Judged(List<Reason> reasons, String policyHash, Category category, boolean proactive, Instant at) {

    public Judged {
        reasons = List.copyOf(reasons);
    }

    /** Of a decision. */
    public static Judged by(Decision decision) {
        return new Judged(
                decision.reasons(),
                decision.policyHash(),
                decision.category(),
                decision.proactive(),
                Millis.cut(decision.at()));
    }

    /** Why a message that was sent ended all the same (S-38). */
    public static final Reason NOT_DELIVERED =
            new Reason("not-delivered", Verdict.DENY, "the platform did not deliver it in its time to live", null);

    /** Codes of the reasons for which a message is held until a resume: a stop, and to stand in line behind what may be stopped. */
    public static final List<String> FREED_BY_RESUME = List.of("stopped", "in-order");

    /** For another reason. */
    public Judged instead(Reason reason) {
        return new Judged(List.of(reason), policyHash, category, proactive, at);
    }

    /** Whether a resume makes it due. */
    public boolean waitsForResume() {
        return codes().stream().anyMatch(FREED_BY_RESUME::contains);
    }

    /** Codes of the reasons, in order. */
    public List<String> codes() {
        return Reason.codes(reasons);
    }
}
