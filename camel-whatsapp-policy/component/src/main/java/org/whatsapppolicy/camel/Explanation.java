package org.whatsapppolicy.camel;

import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Reason;
import org.whatsapppolicy.policy.decision.Verdict;

/** A decision in words, for people. */
final class Explanation {

    private Explanation() {}

    static String of(Decision decision) {
        StringBuilder text = new StringBuilder().append(decision.verdict());
        if (decision.verdict() == Verdict.DEFER) {
            text.append(", could go at ").append(decision.notBefore() == null ? decision.at() : decision.notBefore());
        }
        text.append(", counts as ").append(decision.category()).append(decision.proactive() ? ", proactive" : "");
        for (Reason reason : decision.reasons()) {
            text.append('\n').append(reason.verdict()).append(' ').append(reason.code());
            text.append(": ").append(reason.detail());
            if (reason.until() != null) {
                text.append(reason.verdict() == Verdict.ALLOW ? ", good until " : ", until ")
                        .append(reason.until());
            } else if (reason.verdict() == Verdict.DENY) {
                text.append("; time alone does not help");
            }
        }
        return text.append("\npolicy ").append(decision.policyHash()).toString();
    }
}
