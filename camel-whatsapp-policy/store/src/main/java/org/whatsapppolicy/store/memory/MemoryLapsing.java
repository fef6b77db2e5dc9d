package org.whatsapppolicy.store.memory;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.Purpose;
import org.whatsapppolicy.store.Feed;
import org.whatsapppolicy.store.state.Asked.Who;
import org.whatsapppolicy.store.state.Happenings;
import org.whatsapppolicy.store.state.Person;

/** The consents that will lapse: each is told of once. */
final class MemoryLapsing {

    private final Memory memory;
    private final Set<String> told = new HashSet<>();

    MemoryLapsing(Memory memory) {
        this.memory = memory;
    }

    /** Tells of some; returns how many it looked at. */
    int tell(PolicyDocument document, int max, Happenings happenings) {
        int looked = 0;
        for (Purpose purpose : document.purposes().values()) {
            for (Map.Entry<Long, Person> each : new TreeMap<>(memory.people).entrySet()) {
                Consents consents = each.getValue().consents();
                Grant grant = consents.grant(purpose.name());
                if (grant != null
                        && looked < max
                        && !overruled(purpose, consents)
                        && lapses(each.getKey(), purpose, grant)) {
                    looked++;
                    tell(each.getKey(), purpose, grant, happenings);
                }
            }
        }
        return looked;
    }

    /** Whether it will, and that was not told yet. */
    private boolean lapses(long person, Purpose purpose, Grant grant) {
        Instant now = memory.clock.now();
        Instant lapses = purpose.consent().lapses(grant);
        return lapses != null
                && lapses.isAfter(now)
                && !lapses.isAfter(now.plus(Feed.LAPSE_AHEAD))
                && told.add(person + " " + purpose.name() + " " + grant.evidence());
    }

    private boolean overruled(Purpose purpose, Consents consents) {
        return consents.inForce(purpose.name(), purpose.category() == Category.MARKETING, memory.clock.now()) != null;
    }

    private void tell(long person, Purpose purpose, Grant grant, Happenings happenings) {
        Instant now = memory.clock.now();
        Who who = memory.anyAddress(person);
        if (who != null) {
            long act = memory.acts.add(person, new ConsentAct.Granted(grant), Consents.Effect.APPLIED);
            Instant lapses = Objects.requireNonNull(purpose.consent().lapses(grant));
            happenings.lapsing(who, act, lapses, now);
        }
    }
}
