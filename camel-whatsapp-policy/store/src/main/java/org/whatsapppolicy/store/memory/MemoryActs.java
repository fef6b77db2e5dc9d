package org.whatsapppolicy.store.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.store.FeedEvent.Acted;
import org.whatsapppolicy.store.state.ActInWords;

/** The acts that the feed tells of: whose they are, and what may still be told of them. */
final class MemoryActs {

    private record Act(long person, Acted told) {
        Act of(long other) {
            return new Act(other, told);
        }

        Act withoutEvidence() {
            return new Act(
                    person,
                    new Acted(
                            told.act(),
                            told.scope(),
                            told.effect(),
                            told.actedAt(),
                            told.source(),
                            null,
                            told.document(),
                            told.language(),
                            null,
                            told.until()));
        }
    }

    private final Map<Long, Act> acts = new HashMap<>();
    private long last;

    long add(long person, ConsentAct act, Consents.Effect effect) {
        return add(person, told(act, effect));
    }

    long add(long person, Acted told) {
        acts.put(++last, new Act(person, told));
        return last;
    }

    Acted told(long id) {
        return Objects.requireNonNull(acts.get(id)).told();
    }

    /** Some people are others from now on. */
    void move(Map<Long, Long> people) {
        acts.replaceAll((id, act) -> act.of(people.getOrDefault(act.person(), act.person())));
    }

    /** What names somebody goes with the person, also where the address has long been another's. */
    void erase(long person) {
        acts.replaceAll((id, act) -> act.person() == person ? act.withoutEvidence() : act);
    }

    private static Acted told(ConsentAct act, Consents.Effect effect) {
        ActInWords words = ActInWords.of(act);
        Evidence e = act.evidence();
        return new Acted(
                words.act(),
                words.scope(),
                effect,
                e.act(),
                e.source(),
                e.actor(),
                e.document(),
                e.language(),
                e.reference(),
                words.until());
    }
}
