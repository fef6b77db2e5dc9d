package org.whatsapppolicy.policy.rule;

import java.time.Instant;
import java.util.List;
import org.whatsapppolicy.policy.document.ConsentKind;
import org.whatsapppolicy.policy.document.OwnMessage;

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
        Instant since = c.person.quarantinedSince();
        if (c.proactive && since != null && !renewed(c, since)) {
            c.deny(
                    QUARANTINED,
                    "since " + since
                            + ", until a later grant of the person or a confirmation by somebody who is named");
        }
    }

    /** For the question of a double opt-in by what it asks about, or a new owner could never be asked (S-13). */
    private static boolean renewed(Case c, Instant since) {
        return c.purpose().consent().kind() == ConsentKind.NONE
                ? c.person.consents().renewed(since, c.now)
                : c.person.consents().renewed(OwnMessage.subject(c.request.purpose()), since, c.now);
    }
}
