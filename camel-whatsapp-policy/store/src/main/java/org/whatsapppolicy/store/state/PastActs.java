package org.whatsapppolicy.store.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.store.PersonalData.PastAct;

/** Acts as the history keeps them: the same words in every store. */
public final class PastActs {

    private PastActs() {}

    /** An act and what became of it. */
    public static PastAct of(ConsentAct act, Consents.Effect effect, Instant recorded) {
        String became = effect.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return told(ActInWords.of(act), act.evidence(), became, recorded);
    }

    /** Addresses turned out to belong to one person, and whether consent from before counts no more (S-22, S-23). */
    public static PastAct joined(boolean quarantined, Instant at, Instant recorded) {
        Evidence seen = new Evidence(at, "webhook", null, null, null, null);
        ActInWords words = new ActInWords(quarantined ? "quarantined" : "joined", Scope.ALL.text(), null, false);
        return told(words, seen, "applied", recorded);
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

    private static PastAct told(ActInWords words, Evidence e, String effect, Instant recorded) {
        return new PastAct(
                words.act(),
                words.scope(),
                e.act(),
                e.source(),
                e.actor(),
                e.document(),
                e.language(),
                e.reference(),
                words.until(),
                words.imported(),
                effect,
                recorded);
    }
}
