package org.whatsapppolicy.store.state;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.decision.Hearing;

/**
 * Stores keep instants as milliseconds, and texts without what no database takes. What comes in is cut to that before anything is
 * compared, so that a store that writes and reads agrees with one that keeps objects.
 */
public final class Millis {

    /** The years of which every database and every calendar knows what they mean. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Millis() {}

    /**
     * Without what is finer than a millisecond.
     *
     * @throws IllegalArgumentException for what lies outside of the years 1 to 9999
     */
    public static Instant cut(Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new IllegalArgumentException("found the instant " + instant
                    + ", expected one of the years 1 to 9999: leave out what never ends");
        }
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The same where there may be none. */
    public static @Nullable Instant cutNullable(@Nullable Instant instant) {
        return instant == null ? null : cut(instant);
    }

    /** The same for all that is known of what was heard. */
    public static Hearing cut(Hearing hearing) {
        return new Hearing(
                cutNullable(hearing.heard()), cutNullable(hearing.unheardSince()), cutNullable(hearing.deafSince()));
    }

    /** The act with all its instants cut, and its evidence in texts that every database keeps. */
    public static ConsentAct cut(ConsentAct act) {
        if (act instanceof ConsentAct.Granted granted) {
            Grant g = granted.grant();
            Grant cut = new Grant(
                    g.purpose(),
                    cut(g.evidence()),
                    cutNullable(g.confirmed()),
                    cutNullable(g.expires()),
                    g.imported(),
                    cutNullable(g.lifts()),
                    cutNullable(g.vouched()));
            return new ConsentAct.Granted(cut, cut(granted.said()));
        }
        if (act instanceof ConsentAct.Withdrawn withdrawn) {
            return new ConsentAct.Withdrawn(withdrawn.scope(), cut(withdrawn.evidence()), cut(withdrawn.said()));
        }
        if (act instanceof ConsentAct.Questioned questioned) {
            return new ConsentAct.Questioned(cut(questioned.until()), cut(questioned.evidence()));
        }
        if (act instanceof ConsentAct.Related related) {
            return new ConsentAct.Related(
                    Storable.text(related.kind()), cutNullable(related.until()), cut(related.evidence()));
        }
        return act.with(cut(act.evidence()));
    }

    private static Evidence cut(Evidence e) {
        return Storable.evidence(e.at(cut(e.act())));
    }
}
