package org.whatsapppolicy.policy.optout;

/** A text whose tokens are known words or unknown. */
final class Reading {

    final FoldedText text;
    /** The word at each token, {@link WordTable#NONE} for an unknown one. */
    final int[] words;

    /** Whether the token is spelled like its word, not only like it. */
    final boolean[] exact;

    /** Whether the token is only one slip away from its word. */
    final boolean[] slipped;

    private final long[] prefix;

    Reading(FoldedText text, int[] words, boolean[] exact, boolean[] slipped, long[] prefix) {
        this.text = text;
        this.words = words;
        this.exact = exact;
        this.slipped = slipped;
        this.prefix = prefix;
    }

    int count() {
        return text.count;
    }

    /** Where the letters of a token begin; the count of tokens gives where the last one ends. */
    int letter(int token) {
        return text.start[token];
    }

    char[] letters() {
        return text.letters;
    }

    long[] prefix() {
        return prefix;
    }

    /** Whether a clause ends before this token. */
    boolean clauseEndsBefore(int token) {
        return text.before[token] >= Folding.SOFT;
    }

    /** The first token of the clause in which this token stands. */
    int clauseOf(int token) {
        int from = token;
        while (from > 0 && !clauseEndsBefore(from)) {
            from--;
        }
        return from;
    }

    /** This token if a clause ends before it, else the next one before which one does. */
    int clauseEnd(int token) {
        int to = token;
        while (to < count() && !clauseEndsBefore(to)) {
            to++;
        }
        return to;
    }

    /** Whether a sentence ends before this token. */
    boolean sentenceEndsBefore(int token) {
        return text.before[token] == Folding.HARD;
    }

    /** Where the tokens from first to before end stand in the text. */
    int from(int token) {
        return text.from[token];
    }

    int to(int lastToken) {
        return text.to[lastToken];
    }
}
