package org.whatsapppolicy.policy.optout;

/** Hashes of parts of a run of letters, each in constant time once the prefixes were summed up. */
final class Hashing {

    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long[] POWERS = powers();

    private Hashing() {}

    static long append(long hash, char letter) {
        return hash * FACTOR + letter;
    }

    /** The hash of the letters from {@code start} to {@code end}, of which {@code prefix[i]} is the hash of the first i. */
    static long part(long[] prefix, int start, int end) {
        return prefix[end] - prefix[start] * POWERS[end - start];
    }

    /** The same with the letter at {@code at} left out. */
    static long without(long[] prefix, int start, int at, int end) {
        return part(prefix, start, at) * POWERS[end - at - 1] + part(prefix, at + 1, end);
    }

    static long of(CharSequence letters) {
        long hash = 0;
        for (int i = 0; i < letters.length(); i++) {
            hash = append(hash, letters.charAt(i));
        }
        return hash;
    }

    /** Spreads a hash over a table whose size is a power of two. */
    static int slot(long hash, int mask) {
        long mixed = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> 32) & mask;
    }

    private static long[] powers() {
        long[] powers = new long[(FoldedText.HEAD + FoldedText.TAIL) * 4 + 64];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * FACTOR;
        }
        return powers;
    }
}
