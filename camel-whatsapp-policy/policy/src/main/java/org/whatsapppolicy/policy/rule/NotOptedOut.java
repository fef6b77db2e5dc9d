package org.whatsapppolicy.policy.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.OptOut;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.OwnMessage;
import org.whatsapppolicy.policy.document.Purpose;

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
        if (c.own == OwnMessage.CONFIRMATION) {
            // The one exception: its own rule allows it to nobody else (S-17).
            return;
        }
        String subject = OwnMessage.subject(c.request.purpose());
        boolean marketing = c.category == Category.MARKETING
                || marketing(c.document.purposes().get(subject));
        OptOut optOut = c.person.consents().inForce(subject, marketing, c.now);
        if (optOut != null && !goesOn(c) && !answers(c, optOut.said())) {
            c.deny(OPTED_OUT, optOut.scope().text() + ", by " + Texts.act(optOut.evidence()));
        }
    }

    /** Whether the purpose is authentication that opt-outs do not stop. */
    static boolean goesOn(Case c) {
        return c.purpose().allowAfterOptOut() && c.category == Category.AUTHENTICATION;
    }

    private static boolean marketing(@Nullable Purpose subject) {
        return subject != null && subject.category() == Category.MARKETING;
    }

    private static boolean answers(Case c, Instant optedOut) {
        if (c.own == OwnMessage.QUESTION) {
            // What would be asked is answered.
            return false;
        }
        Instant inbound = c.person.lastInbound();
        return !c.proactive && c.content.freeForm() && inbound != null && inbound.isAfter(optedOut);
    }
}
