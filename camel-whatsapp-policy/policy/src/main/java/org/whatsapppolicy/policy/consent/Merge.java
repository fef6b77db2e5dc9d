package org.whatsapppolicy.policy.consent;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the consents of one person out of those of several (S-22), at once: their order does not matter. */
final class Merge {

    private Merge() {}

    static Consents of(List<Consents> all, Instant now) {
        SortedMap<String, Grant> merged = new TreeMap<>();
        SortedMap<String, OptOut> optOuts = new TreeMap<>();
        for (Consents each : all) {
            each.grants().forEach(grant -> merged.merge(grant.purpose(), grant, Merge::grant));
            each.optOuts().forEach(optOut -> optOuts.merge(optOut.scope().text(), optOut, OptOut::or));
        }
        // A resume of one would lift a stop of the other.
        if (all.stream().anyMatch(each -> each.stoppedInApp(now))) {
            merged.remove(Consents.RESUMED);
        }
        List<Grant> grants = merged.values().stream()
                .map(grant -> bounded(grant, earliest(grant.purpose(), all, now)))
                .toList();
        return new Consents(grants, List.copyOf(optOuts.values()));
    }

    private static Grant grant(Grant one, Grant other) {
        Grant later = Fold.LATEST.compare(one, other) >= 0 ? one : other;
        return new Grant(
                later.purpose(),
                later.evidence(),
                Fold.latest(one.confirmed(), other.confirmed()),
                later.expires(),
                later.imported(),
                Fold.latest(one.lifts(), other.lifts()),
                Fold.latest(one.vouched(), other.vouched()));
    }

    /** What lifts reaches no further than the first opt-out in force: one of the same instant already wins. */
    private static Grant bounded(Grant grant, @Nullable Instant inForce) {
        Instant lifts = grant.lifts();
        return inForce == null || lifts == null || !lifts.isAfter(inForce)
                ? grant
                : new Grant(
                        grant.purpose(),
                        grant.evidence(),
                        grant.confirmed(),
                        grant.expires(),
                        grant.imported(),
                        inForce,
                        grant.vouched());
    }

    private static @Nullable Instant earliest(String purpose, List<Consents> all, Instant now) {
        Instant earliest = null;
        for (Consents each : all) {
            for (OptOut optOut : each.allInForce(purpose, now)) {
                Instant act = optOut.evidence().act();
                earliest = earliest == null || act.isBefore(earliest) ? act : earliest;
            }
        }
        return earliest;
    }
}
