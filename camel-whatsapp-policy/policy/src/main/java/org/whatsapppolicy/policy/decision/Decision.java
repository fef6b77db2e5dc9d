package org.whatsapppolicy.policy.decision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.document.Category;

/**
 * What the policy says about one message at one instant.
 *
 * @param verdict the strictest of the reasons
 * @param reasons every finding, the deciding ones first; for ALLOW the evidence it rests on
 * @param notBefore for DEFER the instant at which it is decided again; else null
 * @param validUntil for ALLOW the earliest instant at which any rule would say otherwise, or null when none would (M-2)
 * @param category the stricter of the purpose's claim and the template's truth (S-4)
 * @param proactive whether it is not an answer inside an open service window (S-1)
 * @param policyHash hash of the document it was decided by
 * @param at the instant it was decided for, by the store's clock
 */
public record Decision(
        Verdict verdict,
        List<Reason> reasons,
        @Nullable Instant notBefore,
        @Nullable Instant validUntil,
        Category category,
        boolean proactive,
        String policyHash,
        Instant at) {

    /** Code of the reason that says so when the fallback template goes instead of a free-form message. */
    public static final String FALLBACK = "fallback-template";

    /** Whether the fallback template goes instead of the message. */
    public boolean fallback() {
        return reasons.stream().anyMatch(reason -> reason.code().equals(FALLBACK));
    }

    /** The codes of the reasons, in order. */
    public List<String> codes() {
        return Reason.codes(reasons);
    }
}
