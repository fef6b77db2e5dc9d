package org.whatsapppolicy.simulator.people;

import java.util.Set;

/**
 * Something a person does with some of the messages after reading them.
 *
 * @param chance from 0 to 1, for each message
 * @param after how long after reading
 * @param categories the categories it is done for; empty for all
 */
public record Habit(Deed deed, double chance, Delay after, Set<String> categories) {

    /** Checks the chance and copies the set. */
    public Habit {
        Behaviour.checkChance(chance);
        categories = Set.copyOf(categories);
    }

    boolean concerns(String category) {
        return categories.isEmpty() || categories.contains(category);
    }
}
