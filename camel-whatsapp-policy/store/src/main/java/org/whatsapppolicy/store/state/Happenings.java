package org.whatsapppolicy.store.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.store.PersonalData.Happening;

/** Acts as the history keeps them: the same words in every store. */
public final class Happenings {

    private Happenings() {}

    /** An act and what became of it. */
    public static Happening of(ConsentAct act, Consents.Effect effect, Instant recorded) {
        String became = effect.name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (act instanceof ConsentAct.Granted granted) {
            var grant = granted.grant();
            String scope = Scope.purpose(grant.purpose()).text();
            return told("granted", scope, act.evidence(), grant.expires(), grant.imported(), became, recorded);
        }
        if (act instanceof ConsentAct.Confirmed confirmed) {
            String scope = Scope.purpose(confirmed.purpose()).text();
            return told("confirmed", scope, act.evidence(), null, false, became, recorded);
        }
        if (act instanceof ConsentAct.Withdrawn withdrawn) {
            return told("withdrawn", withdrawn.scope().text(), act.evidence(), null, false, became, recorded);
        }
        if (act instanceof ConsentAct.Questioned questioned) {
            return told("questioned", Scope.ALL.text(), act.evidence(), questioned.until(), false, became, recorded);
        }
        if (act instanceof ConsentAct.Related related) {
            return told(
                    "related", "relation:" + related.kind(), act.evidence(), related.until(), false, became, recorded);
        }
        return told("resumed", Scope.MARKETING_APP.text(), act.evidence(), null, false, became, recorded);
    }

    /** Addresses turned out to belong to one person, and whether consent from before counts no more (S-22, S-23). */
    public static Happening joined(boolean quarantined, Instant at, Instant recorded) {
        Evidence seen = new Evidence(at, "webhook", null, null, null, null);
        return told(
                quarantined ? "quarantined" : "joined", Scope.ALL.text(), seen, null, false, "applied", recorded);
    }

    /** The acts that consents rest on, for whoever takes them over (S-23). */
    public static List<ConsentAct> acts(Consents consents) {
        List<ConsentAct> acts = new ArrayList<>();
        consents.optOuts().forEach(o -> acts.add(new ConsentAct.Withdrawn(o.scope(), o.evidence())));
        consents.grants()
                .forEach(g -> acts.add(
                        g.purpose().equals(Consents.RESUMED)
                                ? new ConsentAct.Resumed(g.evidence())
                                : new ConsentAct.Granted(g)));
        return acts;
    }

    private static Happening told(
            String act,
            String scope,
            Evidence e,
            @Nullable Instant until,
            boolean imported,
            String effect,
            Instant recorded) {
        return new Happening(
                act,
                scope,
                e.act(),
                e.source(),
                e.actor(),
                e.document(),
                e.language(),
                e.reference(),
                until,
                imported,
                effect,
                recorded);
    }
}
