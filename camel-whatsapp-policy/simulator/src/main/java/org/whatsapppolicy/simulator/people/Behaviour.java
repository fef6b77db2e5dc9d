package org.whatsapppolicy.simulator.people;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How somebody takes messages. Immutable; the methods return changed copies. With chances of 0 and 1 and fixed delays it
 * is a script.
 *
 * @param delivery from sent to delivered, while the phone is on
 * @param off the chance that the phone turns out to be off when a message arrives
 * @param offFor how long it then stays off
 * @param reads the chance that a message is read
 * @param readsAfter how long after delivery
 * @param habits what may follow reading; each on its own, whatever the others
 */
public record Behaviour(Delay delivery, double off, Delay offFor, double reads, Delay readsAfter, List<Habit> habits) {

    /** Checks the chances and copies the list. */
    public Behaviour {
        checkChance(off);
        checkChance(reads);
        habits = List.copyOf(habits);
    }

    /** Gets every message within seconds, reads it within minutes, and says nothing. */
    public static Behaviour quiet() {
        return new Behaviour(
                Delay.between(Duration.ofMillis(500), Duration.ofSeconds(4)),
                0,
                Delay.NONE,
                1,
                Delay.around(Duration.ofMinutes(5)),
                List.of());
    }

    /**
     * A mixture of everybody, guessed: one phone in twenty is off for some hours, four messages in five are read, one in
     * ten is answered or tapped, one marketing message in a hundred ends in a block, stopped offers or STOP.
     */
    public static Behaviour usual() {
        Delay soon = Delay.around(Duration.ofMinutes(2));
        return quiet().phoneOff(0.05, Delay.around(Duration.ofHours(5)))
                .reads(0.8, Delay.around(Duration.ofHours(1)))
                .does(Deed.taps(), 0.1, soon)
                .does(Deed.answers("Thanks!", "OK", "Who is this?", "Can I come tomorrow?"), 0.03, soon)
                .does(Deed.writes("STOP"), 0.004, soon, "marketing")
                .does(Deed.stopsOffers(), 0.004, soon, "marketing")
                .does(Deed.blocks(), 0.002, soon, "marketing");
    }

    /** With another way of the message to the phone. */
    public Behaviour deliveredAfter(Delay other) {
        return new Behaviour(other, off, offFor, reads, readsAfter, habits);
    }

    /** With a phone that is off by that chance, for that long. */
    public Behaviour phoneOff(double chance, Delay length) {
        return new Behaviour(delivery, chance, length, reads, readsAfter, habits);
    }

    /** Reading by that chance, that long after delivery. */
    public Behaviour reads(double chance, Delay after) {
        return new Behaviour(delivery, off, offFor, chance, after, habits);
    }

    /** Never reading, so never reacting. */
    public Behaviour neverReads() {
        return reads(0, Delay.NONE);
    }

    /** With one more habit, for messages of some categories, or of all when none is given. */
    public Behaviour does(Deed deed, double chance, Delay after, String... categories) {
        List<Habit> more = new ArrayList<>(habits);
        more.add(new Habit(deed, chance, after, Set.of(categories)));
        return new Behaviour(delivery, off, offFor, reads, readsAfter, more);
    }

    static void checkChance(double chance) {
        if (!(chance >= 0 && chance <= 1)) {
            throw new IllegalArgumentException("a chance goes from 0 to 1, found: " + chance);
        }
    }
}
