package org.whatsapppolicy.store.state;

import java.time.Instant;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.OptOut;
import org.whatsapppolicy.policy.consent.Scope;

/**
 * An opt-out of somebody who was erased (S-47).
 *
 * @param scope what it covers
 * @param act when the person took consent back
 */
public record Suppressed(String scope, Instant act) {

    /** What stays of an opt-out. */
    public static Suppressed of(OptOut optOut) {
        return new Suppressed(optOut.scope().text(), optOut.evidence().act());
    }

    /** As an act of whoever comes back by the address. */
    public ConsentAct.Withdrawn again() {
        return new ConsentAct.Withdrawn(new Scope(scope), new Evidence(act, "forgotten", null, null, null, null));
    }
}
