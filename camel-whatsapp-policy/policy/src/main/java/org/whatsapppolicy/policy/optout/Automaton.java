package org.whatsapppolicy.policy.optout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * All phrases of all languages, compiled to sets of word numbers. A phrase is looked at only when the text has a word of
 * each of its sets, which ordinary texts hardly ever have. Immutable.
 */
final class Automaton {

    private static final int GAP = -1;
    private static final int BEGIN = -2;
    private static final int END = -3;
    private static final long[] NOTHING = {};

    private final List<Phrase> phrases;
    /** The steps of each phrase: the number of a set, or one of the above. */
    private final int[][] steps;
    /** To each step the length of a gap; 1 for an optional word, else 0. */
    private final int[][] details;

    /** The sets of which the text must have a word. */
    private final int[][] required;
    /** The words of each set. */
    private final long[][] sets;
    /** The sets of each word. */
    private final int[][] setsOf;
    /** The same as bits, of words that are in so many sets that this is quicker; else null. */
    private final long[][] maskOf;
    /** The phrases whose rarest word is of this set. */
    private final int[][] phrasesAt;

    /** The words of which none may stand in the clauses that a match touches; empty for none. */
    private final long[][] unless;

    private final long[] anchors;
    private final Surroundings surroundings;

    Automaton(List<Phrase> phrases, Lexicon.Builder lexicon, Surroundings surroundings) {
        this.phrases = List.copyOf(phrases);
        this.surroundings = surroundings;
        Map<Set<Integer>, Integer> numbers = new HashMap<>();
        Map<List<String>, Set<Integer>> known = new HashMap<>();
        List<Set<Integer>> found = new ArrayList<>();
        steps = new int[phrases.size()][];
        details = new int[phrases.size()][];
        for (int p = 0; p < steps.length; p++) {
            List<Phrase.Step> from = phrases.get(p).steps();
            steps[p] = new int[from.size()];
            details[p] = new int[from.size()];
            for (int i = 0; i < from.size(); i++) {
                Phrase.Step step = from.get(i);
                if (step instanceof Phrase.Word word) {
                    Set<Integer> set = known.computeIfAbsent(word.words(), words -> set(words, lexicon));
                    steps[p][i] = numbers.computeIfAbsent(set, key -> {
                        found.add(key);
                        return found.size() - 1;
                    });
                    details[p][i] = word.optional() ? 1 : 0;
                } else if (step instanceof Phrase.Gap gap) {
                    steps[p][i] = GAP;
                    details[p][i] = gap.most();
                } else {
                    steps[p][i] = step instanceof Phrase.Begin ? BEGIN : END;
                }
            }
        }
        sets = new long[found.size()][];
        List<List<Integer>> setsOfWord = lists(lexicon.size());
        for (int s = 0; s < sets.length; s++) {
            sets[s] = bits(found.get(s), lexicon);
            for (int word : found.get(s)) {
                setsOfWord.get(word).add(s);
            }
        }
        setsOf = arrays(setsOfWord);
        maskOf = masks(setsOf, (sets.length + 63) / 64);
        required = new int[steps.length][];
        unless = phrases.stream()
                .map(phrase -> phrase.unless().isEmpty() ? NOTHING : bits(set(phrase.unless(), lexicon), lexicon))
                .toArray(long[][]::new);
        anchors = new long[(sets.length + 63) / 64];
        int[] common = found.stream().mapToInt(this::common).toArray();
        List<List<Integer>> phrasesAtSet = lists(sets.length);
        for (int p = 0; p < steps.length; p++) {
            int anchor = -1;
            Set<Integer> needed = new TreeSet<>();
            for (int i = 0; i < steps[p].length; i++) {
                int set = steps[p][i];
                if (set >= 0 && details[p][i] == 0) {
                    needed.add(set);
                    if (anchor < 0 || common[set] < common[anchor]) {
                        anchor = set;
                    }
                }
            }
            required[p] = needed.stream().mapToInt(Integer::intValue).toArray();
            phrasesAtSet.get(anchor).add(p);
            add(anchors, anchor);
        }
        phrasesAt = arrays(phrasesAtSet);
    }

    /** How often a text will have a word of the set: words that many sets name are those of everyday. */
    private int common(Set<Integer> words) {
        return words.stream().mapToInt(word -> setsOf[word].length).max().orElse(0);
    }

    private static Set<Integer> set(List<String> words, Lexicon.Builder lexicon) {
        Set<Integer> set = new TreeSet<>();
        for (String word : words) {
            if (word.endsWith("*")) {
                String stem = word.substring(0, word.length() - 1);
                set.addAll(lexicon.meant(stem, true));
            } else {
                set.addAll(lexicon.meant(word, false));
            }
        }
        return set;
    }

    private static long[] bits(Set<Integer> words, Lexicon.Builder lexicon) {
        long[] bits = new long[(lexicon.size() + 63) / 64];
        words.forEach(word -> add(bits, word));
        return bits;
    }

    /** All phrases that the text contains. */
    void find(Reading reading, Findings findings) {
        long[] present = new long[anchors.length];
        boolean any = false;
        for (int word : reading.words) {
            if (word >= 0) {
                any |= setsOf[word].length > 0;
                mark(word, present);
            }
        }
        if (!any) {
            return;
        }
        for (int block = 0; block < present.length; block++) {
            for (long left = present[block] & anchors[block]; left != 0; left &= left - 1) {
                for (int phrase : phrasesAt[block * 64 + Long.numberOfTrailingZeros(left)]) {
                    if (contained(required[phrase], present)) {
                        find(phrase, reading, findings);
                    }
                }
            }
        }
    }

    private void mark(int word, long[] present) {
        long[] mask = maskOf[word];
        if (mask.length > 0) {
            for (int block = 0; block < mask.length; block++) {
                present[block] |= mask[block];
            }
            return;
        }
        for (int set : setsOf[word]) {
            present[set >>> 6] |= 1L << set;
        }
    }

    private void find(int phrase, Reading reading, Findings findings) {
        long[] named = new long[1];
        for (int token = 0; token < reading.count(); token++) {
            named[0] = 0;
            int end = match(phrase, 0, token, token, reading, named);
            if (end > token && !guarded(unless[phrase], token, end, reading)) {
                findings.add(phrases.get(phrase), token, end, named[0]);
            }
        }
    }

    /** Whether one of the words stands in the clauses from the one of the first token to the one that ends at or behind the end. */
    private static boolean guarded(long[] words, int first, int end, Reading reading) {
        if (words.length == 0) {
            return false;
        }
        int to = reading.clauseEnd(end);
        for (int token = reading.clauseOf(first); token < to; token++) {
            // Not what may be a slip: "medio" is nearly "médico".
            if (!reading.slipped[token] && has(words, reading.words[token])) {
                return true;
            }
        }
        return false;
    }

    /**
     * The token behind the match, or -1. Every step either consumes a token or is the next one, so that it ends. Marks the
     * tokens that the phrase names, which are those outside its gaps.
     */
    private int match(int phrase, int step, int token, int first, Reading reading, long[] named) {
        if (step == steps[phrase].length) {
            return token;
        }
        int detail = details[phrase][step];
        return switch (steps[phrase][step]) {
            case BEGIN ->
                surroundings.beginsClause(reading, token) ? match(phrase, step + 1, token, first, reading, named) : -1;
            case END ->
                surroundings.endsClause(reading, token) ? match(phrase, step + 1, token, first, reading, named) : -1;
            case GAP -> matchBehindGap(phrase, step, token, first, reading, named);
            default -> matchWord(phrase, step, token, first, reading, detail == 1, named);
        };
    }

    private int matchWord(int phrase, int step, int token, int first, Reading reading, boolean optional, long[] named) {
        boolean elsewhere =
                token > first && clausesOnly(phrase) && token < reading.count() && reading.clauseEndsBefore(token);
        if (!elsewhere && within(reading, token, first) && has(sets[steps[phrase][step]], reading.words[token])) {
            int end = match(phrase, step + 1, token + 1, first, reading, named);
            if (end >= 0) {
                named[0] |= token - first < Long.SIZE ? 1L << (token - first) : 0;
                return end;
            }
        }
        return optional ? match(phrase, step + 1, token, first, reading, named) : -1;
    }

    private int matchBehindGap(int phrase, int step, int token, int first, Reading reading, long[] named) {
        for (int skipped = 0; skipped <= details[phrase][step]; skipped++) {
            int end = match(phrase, step + 1, token + skipped, first, reading, named);
            if (end >= 0) {
                return end;
            }
            if (!within(reading, token + skipped, first)
                    || (clausesOnly(phrase) && endsWithin(reading, token + skipped, first))) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean endsWithin(Reading reading, int token, int first) {
        return reading.clauseEndsBefore(token + 1) || (token > first && reading.clauseEndsBefore(token));
    }

    /** Everyday speech stays in its clause: "not interested, remove me" is no "not remove me". */
    private boolean clausesOnly(int phrase) {
        return phrases.get(phrase).meaning() == Phrase.Meaning.ORDINARY;
    }

    private static boolean within(Reading reading, int token, int first) {
        return token < reading.count() && (token == first || !reading.sentenceEndsBefore(token));
    }

    private static long[][] masks(int[][] setsOf, int blocks) {
        long[][] masks = new long[setsOf.length][0];
        for (int word = 0; word < setsOf.length; word++) {
            if (setsOf[word].length > blocks) {
                long[] mask = new long[blocks];
                for (int set : setsOf[word]) {
                    add(mask, set);
                }
                masks[word] = mask;
            }
        }
        return masks;
    }

    private static boolean has(long[] set, int word) {
        return word >= 0 && (set[word >>> 6] & (1L << word)) != 0;
    }

    private static boolean contained(int[] sets, long[] present) {
        for (int set : sets) {
            if ((present[set >>> 6] & (1L << set)) == 0) {
                return false;
            }
        }
        return true;
    }

    private static void add(long[] set, int number) {
        set[number >>> 6] |= 1L << number;
    }

    private static List<List<Integer>> lists(int count) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
