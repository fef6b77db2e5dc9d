package org.whatsapppolicy.store.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.identity.Joining;
import org.whatsapppolicy.policy.identity.Sighting;
import org.whatsapppolicy.store.PersonalData.PastAct;

/** Acts as the history keeps them: the same words in every store. */
public final class PastActs {

    /** What became of a second act without a first, as the history says it. */
    public static final String UNMATCHED = inWords(Consents.Effect.NOTHING_TO_CONFIRM);

    private PastActs() {}

    /** An act and what became of it. */
    public static PastAct of(ConsentAct act, Consents.Effect effect, Instant recorded) {
        return told(ActInWords.of(act), act.evidence(), inWords(effect), recorded);
    }

    private static String inWords(Consents.Effect effect) {
        return effect.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static final String QUARANTINED = "quarantined";
    private static final String NOTICE = "change-notice";

    /** Addresses turned out to belong to one person, and whether consent from before counts no more (S-22, S-23). */
    public static PastAct joined(boolean quarantined, Instant at, Instant recorded) {
        return joined(quarantined ? QUARANTINED : "joined", "webhook", at, recorded);
    }

    /** The same as a joining calls for. */
    public static PastAct joined(Joining joining, Sighting sighting, Instant recorded) {
        Instant at = Millis.cut(sighting.at());
        return joining.movesOneOnly(sighting)
                ? joined(QUARANTINED, NOTICE, at, recorded)
                : joined(joining.quarantine(), at, recorded);
    }

    private static PastAct joined(String act, String source, Instant at, Instant recorded) {
        Evidence seen = new Evidence(at, source, null, null, null, null);
        return told(new ActInWords(act, Scope.ALL.text(), null, false), seen, "applied", recorded);
    }

    /** Whether it says that somebody else may have the addresses since. */
    static boolean ofOthers(PastAct act) {
        return act.act().equals(QUARANTINED) && !act.source().equals(NOTICE);
    }

    /** Whether it says that they have other addresses since, by the platform's own account. */
    static boolean moved(PastAct act) {
        return act.act().equals(QUARANTINED) && act.source().equals(NOTICE);
    }

    /** The second acts among these that found nothing to confirm, in their order: of whose first it was nobody knew (S-13). */
    public static List<ConsentAct.Confirmed> unmatched(Collection<PastAct> history) {
        return history.stream()
                .filter(act -> act.act().equals("confirmed") && act.effect().equals(UNMATCHED))
                .map(act -> new ConsentAct.Confirmed(
                        act.scope().substring(Scope.purpose("").text().length()),
                        new Evidence(
                                act.at(), act.source(), act.actor(), act.document(), act.language(), act.reference())))
                .sorted(Comparator.comparing(
                                (ConsentAct.Confirmed act) -> act.evidence().act())
                        .thenComparing(ConsentAct.Confirmed::toString))
                .toList();
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
