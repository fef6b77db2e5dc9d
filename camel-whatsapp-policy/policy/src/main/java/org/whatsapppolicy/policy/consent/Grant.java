package org.whatsapppolicy.policy.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recorded grant for one purpose.
 *
 * @param purpose the purpose it covers; a purpose that extends another does not share it (S-10)
 * @param evidence where it is known from
 * @param confirmed when the person last confirmed the purpose in a second act, or null
 * @param expires when it lapses, or null when only the purpose's {@code validFor} says so; judged when sending (S-11)
 * @param imported whether it came by bulk import
 * @param lifts the latest act for this purpose that may lift an opt-out (S-12), or null when there was none. Filled by
 *     {@link Consents#after}, which ignores what a new grant brings; stores keep it with the grant
 * @param vouched the latest confirmation by the person, or confirmation or grant by somebody who is named, which may end a
 *     quarantine (S-23), or null; filled and kept like {@code lifts}
 */
public record Grant(
        String purpose,
        Evidence evidence,
        @Nullable Instant confirmed,
        @Nullable Instant expires,
        boolean imported,
        @Nullable Instant lifts,
        @Nullable Instant vouched) {

    /** A grant as it is told, not imported, not confirmed and without an end of its own. */
    public static Grant of(String purpose, Evidence evidence) {
        return new Grant(purpose, evidence, null, null, false, null, null);
    }

    /** A row of a bulk import, which never lifts an opt-out. */
    public static Grant imported(String purpose, Evidence evidence, @Nullable Instant expires) {
        return new Grant(purpose, evidence, null, expires, true, null, null);
    }

    /** The same grant, known from elsewhere. */
    Grant with(Evidence evidence) {
        return new Grant(purpose, evidence, confirmed, expires, imported, lifts, vouched);
    }

    /** Whether this act may lift an opt-out that is earlier: the person's own, or with proof, and never imported (S-12). */
    public boolean mayLift() {
        return !imported && (evidence.byPerson() || evidence.proven());
    }

    /** The act when somebody who is named entered it, else null; an import is nobody's word. */
    @Nullable
    Instant entered() {
        return imported || evidence.actor() == null ? null : evidence.act();
    }

    /** Whether an act after {@code since} and not after {@code until} renewed it. */
    boolean renewed(Instant since, Instant until) {
        // A store may hold grants that were entered before that was kept with what came later.
        return between(entered(), since, until) || between(lifts, since, until) || between(vouched, since, until);
    }

    private static boolean between(@Nullable Instant act, Instant since, Instant until) {
        return act != null && act.isAfter(since) && !act.isAfter(until);
    }
}
