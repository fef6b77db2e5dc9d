package org.whatsapppolicy.policy.optout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Words that are one slip away: a letter too many, one missing, another one, or two exchanged. Works by comparing what is
 * left of both words when one letter is taken out. Immutable.
 */
final class Typos {

    /** In shorter words one slip makes another word of it too often: "stop", "shop", "step". */
    static final int SHORTEST = 6;

    private final char[][] words;
    private final int mask;
    private final long[] hashes;
    private final int[] numbers;
    private final long[] filter;

    /** The number of a word is its place in the list; those that are too short are left out. */
    Typos(List<String> list) {
        words = new char[list.size()][];
        List<long[]> entries = new ArrayList<>();
        for (int number = 0; number < list.size(); number++) {
            String word = list.get(number);
            words[number] = word.toCharArray();
            if (word.length() < SHORTEST || Folding.unspaced(word.charAt(0))) {
                continue;
            }
            entries.add(new long[] {Hashing.of(word), number});
            for (int i = 0; i < word.length(); i++) {
                entries.add(new long[] {Hashing.of(word.substring(0, i) + word.substring(i + 1)), number});
            }
        }
        int size = Integer.highestOneBit(Math.max(8, entries.size() * 2)) << 1;
        mask = size - 1;
        hashes = new long[size];
        numbers = new int[size];
        filter = new long[size / 8];
        Arrays.fill(numbers, WordTable.NONE);
        for (long[] entry : entries) {
            int slot = Hashing.slot(entry[0], mask);
            while (numbers[slot] != WordTable.NONE) {
                slot = (slot + 1) & mask;
            }
            hashes[slot] = entry[0];
            numbers[slot] = (int) entry[1];
            int bit = bit(entry[0]);
            filter[bit >>> 6] |= 1L << bit;
        }
    }

    /** The number of the word that was meant, or {@link WordTable#NONE}. */
    int find(long[] prefix, char[] letters, int start, int end) {
        if (end - start < SHORTEST - 1) {
            return WordTable.NONE;
        }
        int found = among(Hashing.part(prefix, start, end), letters, start, end);
        for (int at = start; at < end && found == WordTable.NONE; at++) {
            found = among(Hashing.without(prefix, start, at, end), letters, start, end);
        }
        return found;
    }

    private int among(long hash, char[] letters, int start, int end) {
        int bit = bit(hash);
        if ((filter[bit >>> 6] & (1L << bit)) == 0) {
            return WordTable.NONE;
        }
        int slot = Hashing.slot(hash, mask);
        while (numbers[slot] != WordTable.NONE) {
            if (hashes[slot] == hash && oneSlip(words[numbers[slot]], letters, start, end)) {
                return numbers[slot];
            }
            slot = (slot + 1) & mask;
        }
        return WordTable.NONE;
    }

    private int bit(long hash) {
        return (int) (hash >>> 17) & (filter.length * 64 - 1);
    }

    /** What is left after the first difference decides. The first letter has to be right: few slips happen there. */
    private static boolean oneSlip(char[] word, char[] letters, int start, int end) {
        int length = end - start;
        int common = 0;
        while (common < word.length && common < length && word[common] == letters[start + common]) {
            common++;
        }
        if (common == 0) {
            return false;
        }
        int at = start + common;
        if (length == word.length) {
            boolean exchanged = common + 1 < length
                    && word[common] == letters[at + 1]
                    && word[common + 1] == letters[at]
                    && same(word, common + 2, letters, at + 2, end);
            return exchanged || same(word, common + 1, letters, at + 1, end);
        }
        return length > word.length
                ? same(word, common, letters, at + 1, end)
                : same(word, common + 1, letters, at, end);
    }

    private static boolean same(char[] word, int from, char[] letters, int start, int end) {
        return word.length >= from && end >= start && Arrays.equals(word, from, word.length, letters, start, end);
    }
}
