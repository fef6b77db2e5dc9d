package org.whatsapppolicy.simulator.people;

import java.util.ArrayList;
import java.util.List;

/**
 * Many people at once, with numbers in a row. Immutable; the methods return changed copies. The same seed makes the same
 * people, who do the same with the same messages.
 *
 * @param firstNumber the first phone number, in international notation
 * @param kinds who there is among them; in the order of the shares given
 */
public record Population(int size, String firstNumber, long seed, List<Kind> kinds) {

    /**
     * Some of the people.
     *
     * @param share how many of all, from 0 to 1
     */
    public record Kind(double share, Behaviour behaviour) {

        /** Checks the share. */
        public Kind {
            Behaviour.checkChance(share);
        }
    }

    /** Copies the list. */
    public Population {
        kinds = List.copyOf(kinds);
        if (size < 0 || kinds.stream().mapToDouble(Kind::share).sum() > 1.000_001) {
            throw new IllegalArgumentException("a population needs a size, and shares of at most 1 together");
        }
    }

    /** So many people, from +15550200000 on, who behave as {@link Behaviour#usual()}. */
    public static Population of(int size) {
        return new Population(size, "+15550200000", 1, List.of());
    }

    /** From another number on. */
    public Population startingAt(String number) {
        return new Population(size, number, seed, kinds);
    }

    /** With another seed. */
    public Population seed(long other) {
        return new Population(size, firstNumber, other, kinds);
    }

    /** Who all behave like that. */
    public Population behaving(Behaviour behaviour) {
        return new Population(size, firstNumber, seed, List.of(new Kind(1, behaviour)));
    }

    /** Of whom a share behaves like that; those who are left over behave as usual. */
    public Population with(double share, Behaviour behaviour) {
        List<Kind> more = new ArrayList<>(kinds);
        more.add(new Kind(share, behaviour));
        return new Population(size, firstNumber, seed, more);
    }

    Behaviour behaviourAt(double point) {
        double end = 0;
        for (Kind kind : kinds) {
            end += kind.share();
            if (point < end) {
                return kind.behaviour();
            }
        }
        return kinds.size() == 1 && end >= 1 ? kinds.get(0).behaviour() : Behaviour.usual();
    }
}
