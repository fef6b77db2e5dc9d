package org.whatsapppolicy.policy.rule;

import java.time.Instant;
import java.util.List;

/** What came too late is not sent (S-5), and what would become due too late is denied at once (S-28). */
final class NotExpired implements Rule {

    static final ReasonCode BEFORE_ALLOWED =
            new ReasonCode("expires-before-allowed", "The message expires before the policy would let it go.");

    private static final ReasonCode EXPIRED = new ReasonCode("expired", "The message is no longer worth sending.");

    @Override
    public List<ReasonCode> codes() {
        return List.of(EXPIRED, BEFORE_ALLOWED);
    }

    @Override
    public void judge(Case c) {
        Instant expires = c.expires();
        if (expires == null) {
            return;
        }
        if (c.now.isBefore(expires)) {
            c.validUntil(expires);
        } else {
            c.deny(EXPIRED, "at " + expires);
        }
    }
}
