package org.whatsapppolicy.policy.rule;

import java.util.List;

/** A phone that may have a new owner gets nothing proactive until they, or the CRM, agree anew (S-23). */
final class NotQuarantined implements Rule {

    private static final ReasonCode QUARANTINED = new ReasonCode(
            "consent-quarantined", "The phone number may have a new owner, so that earlier consent does not count.");

    @Override
    public List<ReasonCode> codes() {
        return List.of(QUARANTINED);
    }

    @Override
    public void judge(Case c) {
        if (c.proactive && c.person.quarantined()) {
            c.deny(QUARANTINED, "until a new grant of the person or a confirmation by the CRM");
        }
    }
}
