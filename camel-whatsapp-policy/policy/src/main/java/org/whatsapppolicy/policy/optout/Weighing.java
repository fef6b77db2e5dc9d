package org.whatsapppolicy.policy.optout;

import java.util.List;

/**
 * Weighs a text, whole and sentence by sentence: the second witness beside the phrases. Of a long text it is the sentence that speaks
 * most for an opt-out that counts, however much else is said; of several that say little by themselves, all together. Immutable.
 */
final class Weighing {

    /** The tokens from first to before end. */
    record Span(int first, int end) {}

    private final Weights weights;
    /** What each word of the lexicon weighs: most words of most texts are among them. */
    private final int[] known;

    Weighing(Weights weights, List<String> lexicon) {
        this.weights = weights;
        known = lexicon.stream().mapToInt(this::weigh).toArray();
    }

    private int weigh(String word) {
        long[] prefix = new long[word.length() + 1];
        for (int i = 0; i < word.length(); i++) {
            prefix[i + 1] = Hashing.append(prefix[i], word.charAt(i));
        }
        return weights.ofWord(prefix, 0, word.length());
    }

    Weights.Scale scale() {
        return weights.scale();
    }

    boolean knows(String language) {
        return weights.know(language);
    }

    /** How much the text speaks for an opt-out; below zero it speaks against one. */
    double score(Reading reading) {
        double most = Double.NEGATIVE_INFINITY;
        int sum = 0;
        int runs = 0;
        int from = 0;
        for (int to = 1; to <= reading.count(); to++) {
            if (to == reading.count() || reading.sentenceEndsBefore(to)) {
                int ofSentence = sum(reading, from, to);
                int runsOfSentence = runs(reading, from, to);
                most = Math.max(most, weights.score(ofSentence, to - from, runsOfSentence));
                sum += ofSentence;
                runs += runsOfSentence;
                from = to;
            }
        }
        return Math.max(most, weights.score(sum, reading.count(), runs));
    }

    /** How much the sentence speaks for an opt-out that does so most, of what the text says beside the tokens from first to before end. */
    double scoreBeside(Reading reading, int first, int end) {
        double most = Double.NEGATIVE_INFINITY;
        int from = 0;
        for (int to = 1; to <= reading.count(); to++) {
            if (to == reading.count() || to == first || to == end || reading.sentenceEndsBefore(to)) {
                if (from < first || from >= end) {
                    most = Math.max(most, weigh(reading, from, to));
                }
                from = to;
            }
        }
        return most;
    }

    /** The same of the clauses that the tokens from first to before end touch, taken together. */
    double scoreOfClauses(Reading reading, int first, int end) {
        return weigh(reading, reading.clauseOf(first), reading.clauseEnd(end));
    }

    private double weigh(Reading reading, int from, int to) {
        return weights.score(sum(reading, from, to), to - from, runs(reading, from, to));
    }

    private int runs(Reading reading, int from, int to) {
        int runs = 0;
        for (int token = from; token < to; token++) {
            runs += Features.runs(reading.letter(token + 1) - reading.letter(token));
        }
        return runs;
    }

    private int sum(Reading reading, int from, int to) {
        int sum = 0;
        long before = Features.EDGE;
        long earlier = Features.EDGE;
        for (int token = from; token < to; token++) {
            long word = hash(reading, token);
            sum += word(reading, token) + weights.of(Features.pair(before, word));
            if (token > from) {
                sum += weights.of(Features.apart(earlier, word));
            }
            earlier = before;
            before = word;
        }
        return sum + weights.of(Features.pair(before, Features.EDGE));
    }

    /** The words of one sentence, in a row, that speak most for an opt-out. */
    Span heaviest(Reading reading) {
        Span span = new Span(0, 1);
        int most = Integer.MIN_VALUE;
        int first = 0;
        int sum = 0;
        for (int token = 0; token < reading.count(); token++) {
            if (sum <= 0 || reading.sentenceEndsBefore(token)) {
                first = token;
                sum = 0;
            } else {
                sum += weights.of(Features.pair(hash(reading, token - 1), hash(reading, token)));
            }
            sum += word(reading, token);
            if (sum > most) {
                most = sum;
                span = new Span(first, token + 1);
            }
        }
        return span;
    }

    private int word(Reading reading, int token) {
        return reading.exact[token]
                ? known[reading.words[token]]
                : weights.ofWord(reading.prefix(), reading.letter(token), reading.letter(token + 1));
    }

    private static long hash(Reading reading, int token) {
        return Hashing.part(reading.prefix(), reading.letter(token), reading.letter(token + 1));
    }
}
