package org.whatsapppolicy.policy.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.Waiting;

/**
 * Messages of an ordered purpose leave in the order in which they were taken: each waits while an earlier one to the same person
 * is held or under way. Denied, expired, failed and unknown ones no longer stand in the line.
 */
final class InOrder implements Rule {

    private static final ReasonCode IN_ORDER =
            new ReasonCode("in-order", "An earlier message of this purpose to this person goes first.");

    /** How soon it is looked again whether the first is gone: a quarter of the time that it has taken so far. */
    private static final Duration SOONEST = Duration.ofMillis(200);

    private static final Duration LATEST = Duration.ofSeconds(5);

    @Override
    public List<ReasonCode> codes() {
        return List.of(IN_ORDER);
    }

    @Override
    public void judge(Case c) {
        if (!c.purposeKnown() || !c.purpose().ordered()) {
            return;
        }
        Instant until = null;
        for (Waiting other : c.person.line()) {
            if (other.purpose().equals(c.request.purpose()) && before(other, c)) {
                until = later(until, again(other, c.now));
            }
        }
        if (until != null) {
            // The first one may be stopped as this one is, and go as soon as it.
            Instant then = c.untilTold() ? c.lookAgain(until) : until;
            c.defer(IN_ORDER, "an earlier message to this person is still to go", then);
        }
    }

    /** What is under way cannot be overtaken any more, whenever it was taken. */
    private static boolean before(Waiting other, Case c) {
        if (other.id().equals(c.request.id())) {
            return false;
        }
        Instant taken = c.request.taken();
        if (other.underWay() || taken == null) {
            return true;
        }
        int order = other.taken().compareTo(taken);
        return order < 0
                || (order == 0 && other.id().toString().compareTo(c.request.id().toString()) < 0);
    }

    private static Instant again(Waiting other, Instant now) {
        if (other.since().isAfter(now)) {
            return other.since();
        }
        Duration quarter = Duration.between(other.since(), now).dividedBy(4);
        if (quarter.compareTo(SOONEST) < 0) {
            return now.plus(SOONEST);
        }
        return now.plus(quarter.compareTo(LATEST) > 0 ? LATEST : quarter);
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }
}
