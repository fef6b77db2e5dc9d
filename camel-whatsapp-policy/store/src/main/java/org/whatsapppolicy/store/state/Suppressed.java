package org.whatsapppolicy.store.state;

import java.time.Instant;
import java.util.Collection;
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

    /** Whether one of these people came back before by another address of the erased one, and so has this very opt-out. */
    public boolean standsWith(Collection<Person> people) {
        OptOut kept = new OptOut(new Scope(scope), again().evidence());
        return people.stream().anyMatch(one -> kept.equals(one.consents().optOut(kept.scope())));
    }

    /** As an act of whoever comes back by the address. */
    public ConsentAct.Withdrawn again() {
        return new ConsentAct.Withdrawn(new Scope(scope), new Evidence(act, "forgotten", null, null, null, null));
    }

    /** As somebody begins whose address these are kept of: nothing is known but that they opted out. */
    public static Person stranger(Collection<Suppressed> kept) {
        Person stranger = Person.NEW;
        for (Suppressed one : kept) {
            stranger = stranger.after(one.again()).person();
        }
        return stranger;
    }
}
