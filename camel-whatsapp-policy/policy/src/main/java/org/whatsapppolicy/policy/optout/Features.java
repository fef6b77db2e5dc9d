package org.whatsapppolicy.policy.optout;

/**
 * What of a text has a weight: its words, its pairs of words that follow one another or have one between them, and runs of four letters within a word, so
 * that a word nobody taught still weighs what its stem weighs. Each is a key of {@value #BITS} bits. The trainer and the
 * recogniser make them here, so that they cannot differ.
 */
final class Features {

    static final int BITS = 24;
    /** Stands before the first word of a sentence and behind the last one. */
    static final long EDGE = 0x5DEECE66DL;

    /** How much a run counts beside a word or a pair. */
    static final double RUN_VALUE = 0.5;

    /** How much two words apart count. */
    static final double APART_VALUE = 0.7;

    private static final int RUN = 4;
    /** Of a longer word only so many count. */
    private static final int MOST_RUNS = 32;

    private static final long WORD = 0x2545F4914F6CDD1DL;
    private static final long PAIR = 0x6C62272E07BB0142L;
    private static final long APART = 0x4CF5AD432745937FL;
    private static final long INSIDE = 0x27D4EB2F165667C5L;
    private static final long BEGIN = 0x165667B19E3779F9L;
    private static final long END = 0x61C8864680B583EBL;
    private static final long SPREAD = 0xD6E8FEB86659FD93L;

    private Features() {}

    /** @param word its hash, see {@link Hashing} */
    static int word(long word) {
        return key(word + WORD);
    }

    /** Two words, or a word and an {@link #EDGE}. */
    static int pair(long first, long second) {
        return key(first * PAIR + second);
    }

    /** Two words with one between them, or an {@link #EDGE} and the second word. */
    static int apart(long first, long second) {
        return key(first * APART + second);
    }

    /** How many runs a word of so many letters has: one at its beginning, one at its end, and all between. */
    static int runs(int letters) {
        return letters < RUN - 1 ? 0 : Math.min(letters - RUN + 3, MOST_RUNS);
    }

    /** One of the runs of the word from start to end, of which the prefix has the hashes. */
    static int run(int number, long[] prefix, int start, int end) {
        if (number == 0) {
            return key(Hashing.part(prefix, start, start + RUN - 1) + BEGIN);
        }
        if (number == runs(end - start) - 1) {
            return key(Hashing.part(prefix, end - RUN + 1, end) + END);
        }
        return key(Hashing.part(prefix, start + number - 1, start + number - 1 + RUN) + INSIDE);
    }

    /**
     * By what a text's sum is divided, so that a long text weighs no more than a short one: its length, if its features are
     * thought to stand at right angles.
     */
    static double length(int words, int runs) {
        return Math.sqrt((2.0 + APART_VALUE * APART_VALUE) * words + 2 + RUN_VALUE * RUN_VALUE * runs);
    }

    private static int key(long hash) {
        return (int) (((hash ^ (hash >>> 32)) * SPREAD) >>> (Long.SIZE - BITS));
    }
}
