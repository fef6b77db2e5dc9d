package org.whatsapppolicy.policy.consent;

import java.time.Instant;

/**
 * A recorded withdrawal. Whether it is in force for a purpose, {@link Consents#inForce} says.
 *
 * @param scope what it stops
 * @param evidence where it is known from
 * @param said when the person said so by the clock of whoever told it, never before the act ({@link ConsentAct#said})
 */
public record OptOut(Scope scope, Evidence evidence, Instant said) {

    public OptOut {
        said = said.isBefore(evidence.act()) ? evidence.act() : said;
    }

    /** One of which both clocks say the same. */
    public OptOut(Scope scope, Evidence evidence) {
        this(scope, evidence, evidence.act());
    }
}
