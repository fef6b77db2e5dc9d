package org.whatsapppolicy.simulator.people;

import org.whatsapppolicy.simulator.shown.ShownContent;

/**
 * A message of the business that a person reacts to.
 *
 * @param wamid its id
 * @param category service, marketing, utility or authentication
 * @param content what is seen
 * @param chance drawn for this reaction, from 0 to 1, the end excluded
 */
public record Received(String wamid, String category, ShownContent content, double chance) {

    /** One of so many choices, from 0. */
    public int pick(int choices) {
        return (int) (chance * choices);
    }
}
