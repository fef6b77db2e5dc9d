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

    /** The later act of two of one scope, said no earlier than either: the earlier one may be heard last. */
    OptOut or(OptOut other) {
        OptOut later = Fold.BY_ACT.compare(evidence, other.evidence) >= 0 ? this : other;
        return new OptOut(later.scope, later.evidence, said.isAfter(other.said) ? said : other.said);
    }
}
