package org.whatsapppolicy.simulator.limit;

import org.whatsapppolicy.simulator.number.SimulatedNumber;

/**
 * A message that is otherwise fine, as limits see it.
 *
 * @param person one key for one person, however addressed: the {@code wa_id} where it is known, else the user id; a group
 *     has its own
 * @param category service, marketing, utility or authentication
 * @param windowOpen whether the person wrote to this number within 24 hours
 * @param doomed whether it is known to fail later, so that it uses up nothing that is counted by person
 * @param micros when it was handed in, in microseconds since 1970
 */
public record Sending(
        SimulatedNumber sender, String person, String category, boolean windowOpen, boolean doomed, long micros) {

    /** Whether the business writes to somebody who did not ask: what the portfolio limit counts. */
    public boolean businessInitiated() {
        return !windowOpen;
    }

    boolean marketing() {
        return category.startsWith("marketing");
    }

    Sending asDoomed() {
        return new Sending(sender, person, category, windowOpen, true, micros);
    }
}
