package org.whatsapppolicy.policy.optout;

import java.util.Arrays;
import java.util.List;

/** Words by their letters, in one open table: finds the number of a word without making a string of it. Immutable. */
final class WordTable {

    static final int NONE = -1;

    private final int mask;
    private final int[] numbers;
    private final char[][] words;

    /** The number of a word is its place in the list. */
    WordTable(List<String> list) {
        int size = Integer.highestOneBit(Math.max(8, list.size() * 2)) << 1;
        mask = size - 1;
        numbers = new int[size];
        words = new char[size][];
        Arrays.fill(numbers, NONE);
        for (int number = 0; number < list.size(); number++) {
            String word = list.get(number);
            int slot = Hashing.slot(Hashing.of(word), mask);
            while (words[slot] != null) {
                slot = (slot + 1) & mask;
            }
            words[slot] = word.toCharArray();
            numbers[slot] = number;
        }
    }

    int find(long hash, char[] letters, int start, int end) {
        int slot = Hashing.slot(hash, mask);
        while (words[slot] != null) {
            char[] word = words[slot];
            if (word.length == end - start && Arrays.equals(word, 0, word.length, letters, start, end)) {
                return numbers[slot];
            }
            slot = (slot + 1) & mask;
        }
        return NONE;
    }

    int find(char[] letters, int length) {
        long hash = 0;
        for (int i = 0; i < length; i++) {
            hash = Hashing.append(hash, letters[i]);
        }
        return find(hash, letters, 0, length);
    }
}
