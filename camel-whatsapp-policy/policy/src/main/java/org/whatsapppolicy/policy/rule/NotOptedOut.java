package org.whatsapppolicy.policy.rule;

import java.time.Instant;
import java.util.List;
import org.whatsapppolicy.policy.consent.OptOut;
import org.whatsapppolicy.policy.document.Category;

/**
 * An opt-out is final (S-16). After it only free-form answers go, inside a window that a later message of the person opened,
 * and authentication where the purpose says so.
 */
final class NotOptedOut implements Rule {

    private static final ReasonCode OPTED_OUT =
            new ReasonCode("opted-out", "The person took consent back, and no later act of theirs gave it again.");

    @Override
    public List<ReasonCode> codes() {
        return List.of(OPTED_OUT);
    }

    @Override
    public void judge(Case c) {
        boolean marketing = c.category == Category.MARKETING;
        OptOut optOut = c.person.consents().inForce(c.request.purpose(), marketing, c.now);
        if (optOut != null && !goesOn(c) && !answers(c, optOut.evidence().act())) {
            c.deny(OPTED_OUT, optOut.scope().text() + ", by " + Texts.act(optOut.evidence()));
        }
    }

    /** Whether the purpose is authentication that opt-outs do not stop. */
    static boolean goesOn(Case c) {
        return c.purpose().allowAfterOptOut() && c.category == Category.AUTHENTICATION;
    }

    private static boolean answers(Case c, Instant optedOut) {
        Instant inbound = c.person.lastInbound();
        return !c.proactive && c.request.content().freeForm() && inbound != null && inbound.isAfter(optedOut);
    }
}
