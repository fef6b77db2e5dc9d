package org.whatsapppolicy.simulator.people;

/**
 * Chance that can be repeated: every throw depends on the seed, the person, the how-manieth message and what is asked, and
 * on nothing that came before.
 */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Dice() {}

    /** From 0 to 1, the end excluded. */
    static double at(long seed, String person, int message, int question) {
        long hash = seed;
        for (int i = 0; i < person.length(); i++) {
            hash = hash * 31 + person.charAt(i);
        }
        hash = mixed(hash + GOLDEN * (message + 1L));
        hash = mixed(hash + GOLDEN * (question + 1L));
        return (hash >>> 11) * 0x1.0p-53;
    }

    private static long mixed(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
