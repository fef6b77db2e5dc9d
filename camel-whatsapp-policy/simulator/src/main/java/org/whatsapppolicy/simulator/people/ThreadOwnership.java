package org.whatsapppolicy.simulator.people;

/** Who answers a person on a number that several apps share. */
@FunctionalInterface
public interface ThreadOwnership {

    /** For numbers that nobody shares. */
    ThreadOwnership NONE = (phoneNumberId, person) -> false;

    /** Whether somebody else owns the thread in which the person writes just now, so that this app only stands by. */
    boolean elsewhere(String phoneNumberId, Person person);
}
