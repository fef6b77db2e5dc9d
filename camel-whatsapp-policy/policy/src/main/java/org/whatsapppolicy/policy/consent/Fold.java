package org.whatsapppolicy.policy.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.Consents.Change;
import org.whatsapppolicy.policy.consent.Consents.Effect;

/** How one act changes what is known. Every step takes a maximum, so that order and repetition do not matter. */
final class Fold {

    /** Among acts of the same instant the order must not depend on arrival. */
    static final Comparator<Evidence> BY_ACT = Comparator.comparing(Evidence::act)
            .thenComparing(Evidence::source)
            .thenComparing(Evidence::actor, texts())
            .thenComparing(Evidence::document, texts())
            .thenComparing(Evidence::language, texts())
            .thenComparing(Evidence::reference, texts());

    /** At the same instant the grant that promises less counts: imported before own, with an end before without. */
    static final Comparator<Grant> LATEST = Comparator.<Grant, Instant>comparing(
                    grant -> grant.evidence().act())
            .thenComparing(Grant::imported)
            .thenComparing(Grant::expires, Comparator.nullsFirst(Comparator.reverseOrder()))
            .thenComparing(Grant::evidence, BY_ACT);

    private Fold() {}

    static Change fold(Consents consents, ConsentAct act) {
        if (act instanceof ConsentAct.Granted granted) {
            return grant(consents, granted.grant());
        }
        if (act instanceof ConsentAct.Confirmed confirmed) {
            return confirm(consents, confirmed);
        }
        if (act instanceof ConsentAct.Withdrawn withdrawn) {
            return withdraw(consents, withdrawn);
        }
        if (act instanceof ConsentAct.Resumed resumed) {
            Grant resume = Grant.of(Consents.RESUMED, resumed.evidence());
            return changed(consents, with(consents, merge(consents.grant(Consents.RESUMED), resume)));
        }
        return new Change(consents, Effect.APPLIED);
    }

    private static Change grant(Consents consents, Grant grant) {
        Change change = changed(consents, with(consents, merge(consents.grant(grant.purpose()), grant)));
        boolean overruled = !grant.mayLift()
                && change.consents().inForce(grant.purpose(), false, Instant.MAX.minusSeconds(86_400)) != null;
        return overruled ? new Change(change.consents(), Effect.OPTED_OUT) : change;
    }

    private static Change confirm(Consents consents, ConsentAct.Confirmed confirmed) {
        Grant known = consents.grant(confirmed.purpose());
        if (known == null) {
            return new Change(consents, Effect.NOTHING_TO_CONFIRM);
        }
        Evidence evidence = confirmed.evidence();
        Instant lifts = evidence.byPerson() ? latest(known.lifts(), evidence.act()) : known.lifts();
        return changed(consents, with(consents, confirmed(known, evidence, lifts)));
    }

    static Consents confirmedLate(Consents consents, ConsentAct.Confirmed late) {
        Grant known = consents.grant(late.purpose());
        Evidence evidence = late.evidence();
        return known == null || known.evidence().act().isAfter(evidence.act())
                ? consents
                : with(consents, confirmed(known, evidence, known.lifts()));
    }

    private static Grant confirmed(Grant known, Evidence evidence, @Nullable Instant lifts) {
        return new Grant(
                known.purpose(),
                known.evidence(),
                latest(known.confirmed(), evidence.act()),
                known.expires(),
                known.imported(),
                lifts,
                // Nobody stands up for a confirmation that somebody unnamed brings (S-23).
                evidence.byPerson() || evidence.actor() != null
                        ? latest(known.vouched(), evidence.act())
                        : known.vouched());
    }

    private static Change withdraw(Consents consents, ConsentAct.Withdrawn withdrawn) {
        Evidence evidence = withdrawn.evidence();
        boolean app = withdrawn.scope().equals(Scope.MARKETING) && evidence.byApp();
        OptOut optOut = new OptOut(
                app ? Scope.MARKETING_APP : withdrawn.scope(),
                evidence,
                evidence.toldByPlatform() ? withdrawn.said() : evidence.act());
        OptOut known = consents.optOut(optOut.scope());
        boolean outdated = known != null && BY_ACT.compare(known.evidence(), evidence) >= 0;
        List<OptOut> optOuts = new ArrayList<>(consents.optOuts());
        optOuts.removeIf(other -> other.scope().equals(optOut.scope()));
        optOuts.add(known == null ? optOut : known.or(optOut));
        optOuts.sort(Comparator.comparing(other -> other.scope().text()));
        return new Change(new Consents(consents.grants(), optOuts), outdated ? Effect.OUTDATED : Effect.APPLIED);
    }

    private static Grant merge(@Nullable Grant known, Grant grant) {
        Instant lifts = grant.mayLift() ? grant.evidence().act() : null;
        Grant later = known != null && LATEST.compare(known, grant) >= 0 ? known : grant;
        return new Grant(
                later.purpose(),
                later.evidence(),
                latest(known == null ? null : known.confirmed(), grant.confirmed()),
                later.expires(),
                later.imported(),
                latest(known == null ? null : known.lifts(), lifts),
                latest(known == null ? null : latest(known.vouched(), known.entered()), grant.entered()));
    }

    private static Consents with(Consents consents, Grant grant) {
        if (grant.equals(consents.grant(grant.purpose()))) {
            return consents;
        }
        List<Grant> grants = new ArrayList<>(consents.grants());
        grants.removeIf(other -> other.purpose().equals(grant.purpose()));
        grants.add(grant);
        grants.sort(Comparator.comparing(Grant::purpose));
        return new Consents(grants, consents.optOuts());
    }

    private static Change changed(Consents before, Consents after) {
        return new Change(after, after.equals(before) ? Effect.OUTDATED : Effect.APPLIED);
    }

    static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private static Comparator<@Nullable String> texts() {
        return Comparator.nullsFirst(Comparator.naturalOrder());
    }
}
