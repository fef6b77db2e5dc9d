package org.whatsapppolicy.policy.optout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every word that a rule of any language names. Immutable. */
final class Lexicon {

    /** Arabic joins "and", "the", "with", "to" to the word. */
    private static final String[] ARABIC_PREFIXES = {"وال", "بال", "فال", "كال", "ال", "لل", "و", "ف", "ب", "ل"};

    private static final int SHORTEST_AFTER_PREFIX = 3;

    private final WordTable words;
    private final Typos typos;
    private final WordTable stems;
    private final int[] stemWords;
    private final int shortestStem;
    private final int longestStem;

    private Lexicon(List<String> words, List<String> stems, int[] stemWords) {
        this.words = new WordTable(words);
        // The empty word keeps the place of a stem: a slip in a stem is not looked for.
        this.typos = new Typos(
                words.stream().map(word -> word.endsWith("*") ? "" : word).toList());
        this.stems = new WordTable(stems);
        this.stemWords = stemWords;
        shortestStem = stems.stream().mapToInt(String::length).min().orElse(Integer.MAX_VALUE);
        longestStem = stems.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Finds the words of a text. Tokens that were stretched or disguised are replaced by what they stand for. */
    Reading read(FoldedText text) {
        int[] found = new int[text.count];
        boolean[] exact = new boolean[text.count];
        boolean[] slipped = new boolean[text.count];
        long[] prefix = new long[text.start[text.count] + 1];
        char[] letters = text.letters;
        int written = 0;
        for (int token = 0; token < text.count; token++) {
            int start = text.start[token];
            int length = text.length(token);
            System.arraycopy(letters, start, letters, written, length);
            text.start[token] = written;
            hash(prefix, letters, written, written + length);
            int word = words.find(Hashing.part(prefix, written, written + length), letters, written, written + length);
            exact[token] = word != WordTable.NONE;
            if (word == WordTable.NONE) {
                int plain = disguised(text.flags[token], letters, written, length);
                if (plain > 0) {
                    length = plain;
                    hash(prefix, letters, written, written + length);
                    word = words.find(
                            Hashing.part(prefix, written, written + length), letters, written, written + length);
                }
                exact[token] = word != WordTable.NONE;
                if (word == WordTable.NONE) {
                    word = derived(prefix, letters, written, written + length);
                }
                if (word == WordTable.NONE) {
                    word = typos.find(prefix, letters, written, written + length);
                    slipped[token] = true;
                }
            }
            found[token] = word;
            written += length;
        }
        text.start[text.count] = written;
        return new Reading(text, found, exact, slipped, prefix);
    }

    private static void hash(long[] prefix, char[] letters, int start, int end) {
        for (int i = start; i < end; i++) {
            prefix[i + 1] = Hashing.append(prefix[i], letters[i]);
        }
    }

    /** Writes the plain spelling over the token when that is a known word, and answers its length, else 0. */
    private int disguised(byte flags, char[] letters, int start, int length) {
        boolean stretched = (flags & FoldedText.STRETCHED) != 0;
        boolean foreign = (flags & FoldedText.CYRILLIC_OR_GREEK) != 0;
        boolean digits = (flags & FoldedText.DIGIT) != 0 && (flags & ~FoldedText.DIGIT) != 0;
        if (!stretched && !foreign && !digits) {
            return 0;
        }
        char[] plain = new char[length];
        System.arraycopy(letters, start, plain, 0, length);
        int plainLength = length;
        if (stretched) {
            plainLength = singled(plain, length);
            if (words.find(plain, plainLength) != WordTable.NONE) {
                System.arraycopy(plain, 0, letters, start, plainLength);
                return plainLength;
            }
        }
        boolean replaced = (foreign && Lookalikes.latin(plain, 0, plainLength, plain))
                || (digits && Lookalikes.digits(plain, 0, plainLength, plain));
        if (replaced && words.find(plain, plainLength) != WordTable.NONE) {
            System.arraycopy(plain, 0, letters, start, plainLength);
            return plainLength;
        }
        return 0;
    }

    private static int singled(char[] letters, int length) {
        int kept = 1;
        for (int i = 1; i < length; i++) {
            if (letters[i] != letters[i - 1]) {
                letters[kept++] = letters[i];
            }
        }
        return kept;
    }

    private int derived(long[] prefix, char[] letters, int start, int end) {
        int word = stem(prefix, letters, start, end);
        if (word == WordTable.NONE && letters[start] >= 0x0621 && letters[start] <= 0x064A) {
            word = withoutArabicPrefix(prefix, letters, start, end);
        }
        return word;
    }

    private int stem(long[] prefix, char[] letters, int start, int end) {
        for (int length = Math.min(longestStem, end - start); length >= shortestStem; length--) {
            int stem = stems.find(Hashing.part(prefix, start, start + length), letters, start, start + length);
            if (stem != WordTable.NONE) {
                return stemWords[stem];
            }
        }
        return WordTable.NONE;
    }

    private int withoutArabicPrefix(long[] prefix, char[] letters, int start, int end) {
        for (String each : ARABIC_PREFIXES) {
            int rest = start + each.length();
            if (end - rest >= SHORTEST_AFTER_PREFIX && begins(each, letters, start)) {
                int word = words.find(Hashing.part(prefix, rest, end), letters, rest, end);
                if (word == WordTable.NONE) {
                    word = stem(prefix, letters, rest, end);
                }
                if (word != WordTable.NONE) {
                    return word;
                }
            }
        }
        return WordTable.NONE;
    }

    private static boolean begins(String with, char[] letters, int start) {
        for (int i = 0; i < with.length(); i++) {
            if (letters[start + i] != with.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Gives words their numbers. A stem stands for itself and for every word that begins with it. */
    static final class Builder {

        private final Map<String, Integer> words = new LinkedHashMap<>();
        private final Map<String, Integer> stems = new LinkedHashMap<>();
        private final TreeMap<String, Integer> sorted = new TreeMap<>();
        private final Map<String, List<Integer>> prefixed = new HashMap<>();

        int word(String folded) {
            return words.computeIfAbsent(folded, key -> words.size());
        }

        int stem(String folded) {
            // A stem is a word with a star, which no text contains, so that the numbers of both are one row.
            return stems.computeIfAbsent(folded, key -> word(key + "*"));
        }

        /**
         * The number itself, those of the word with an Arabic prefix, and for a stem those of all words that begin with
         * it. To be asked when all words are known.
         */
        Set<Integer> meant(String folded, boolean stem) {
            if (sorted.size() != words.size()) {
                index();
            }
            Set<Integer> meant = new TreeSet<>(Set.of(stem ? stem(folded) : word(folded)));
            if (stem) {
                meant.addAll(sorted.subMap(folded, folded + Character.MAX_VALUE).values());
            } else {
                meant.addAll(prefixed.getOrDefault(folded, List.of()));
            }
            return meant;
        }

        private void index() {
            sorted.clear();
            sorted.putAll(words);
            prefixed.clear();
            words.forEach((word, number) -> {
                for (String prefix : ARABIC_PREFIXES) {
                    if (word.startsWith(prefix)) {
                        prefixed.computeIfAbsent(word.substring(prefix.length()), key -> new ArrayList<>())
                                .add(number);
                    }
                }
            });
        }

        /** Takes the word, or the stem that ends with a star, into account. */
        void register(String word) {
            if (word.endsWith("*")) {
                stem(word.substring(0, word.length() - 1));
            } else {
                word(word);
            }
        }

        int size() {
            return words.size();
        }

        /** All words, each at the place of its number. */
        List<String> words() {
            return List.copyOf(words.keySet());
        }

        Lexicon build() {
            return new Lexicon(
                    new ArrayList<>(words.keySet()),
                    new ArrayList<>(stems.keySet()),
                    stems.values().stream().mapToInt(Integer::intValue).toArray());
        }
    }
}
