package org.whatsapppolicy.policy.decision;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why: one finding of one rule.
 *
 * @param code stable kebab-case code, such as {@code cap-reached}
 * @param verdict what this finding alone would mean
 * @param detail the evidence in words: which cap, which grant, which zone; never a number, a text or a token
 * @param until for DEFER the instant at which this finding no longer stands; for ALLOW the instant at which it would turn
 *     (a window that closes); null when time does not change it
 */
public record Reason(
        String code,
        Verdict verdict,
        String detail,
        @Nullable Instant until) {

    /** Code of the legal basis, which is recorded with each decision (S-10). */
    public static final String BASIS = "basis";

    /** Codes of reasons in their order, without the basis of what does not go: it decided nothing. */
    public static List<String> codes(List<Reason> reasons) {
        boolean goes = reasons.stream().allMatch(reason -> reason.verdict() == Verdict.ALLOW);
        return reasons.stream()
                .map(Reason::code)
                .filter(code -> goes || !code.equals(BASIS))
                .collect(Collectors.toList());
    }
}
