package org.whatsapppolicy.policy.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the consents of one person out of those of two (S-22). The order of the two does not matter. */
final class Merge {

    private Merge() {}

    static Consents of(Consents one, Consents other, Instant now) {
        SortedSet<String> purposes = new TreeSet<>();
        one.grants().forEach(grant -> purposes.add(grant.purpose()));
        other.grants().forEach(grant -> purposes.add(grant.purpose()));
        List<Grant> grants = new ArrayList<>();
        for (String purpose : purposes) {
            boolean resume = purpose.equals(Consents.RESUMED);
            // A resume of one would lift a stop of the other.
            if (!resume || !(one.stoppedInApp(now) || other.stoppedInApp(now))) {
                Grant merged = grant(one.grant(purpose), other.grant(purpose));
                grants.add(bounded(merged, earliest(purpose, one, other, now)));
            }
        }
        SortedMap<String, OptOut> optOuts = new TreeMap<>();
        for (Consents each : List.of(one, other)) {
            for (OptOut optOut : each.optOuts()) {
                optOuts.merge(optOut.scope().text(), optOut, Merge::later);
            }
        }
        return new Consents(grants, List.copyOf(optOuts.values()));
    }

    private static Grant grant(@Nullable Grant one, @Nullable Grant other) {
        if (one == null || other == null) {
            return one != null ? one : Objects.requireNonNull(other);
        }
        Grant later = Fold.LATEST.compare(one, other) >= 0 ? one : other;
        return new Grant(
                later.purpose(),
                later.evidence(),
                Fold.latest(one.confirmed(), other.confirmed()),
                later.expires(),
                later.imported(),
                Fold.latest(one.lifts(), other.lifts()));
    }

    private static OptOut later(OptOut one, OptOut other) {
        return Fold.BY_ACT.compare(one.evidence(), other.evidence()) >= 0 ? one : other;
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
                        inForce);
    }

    private static @Nullable Instant earliest(String purpose, Consents one, Consents other, Instant now) {
        Instant earliest = null;
        for (Consents each : List.of(one, other)) {
            for (OptOut optOut : each.allInForce(purpose, now)) {
                Instant act = optOut.evidence().act();
                earliest = earliest == null || act.isBefore(earliest) ? act : earliest;
            }
        }
        return earliest;
    }
}
