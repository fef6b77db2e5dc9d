package org.whatsapppolicy.policy.optout;

import java.util.Arrays;

/**
 * A text as tokens of folded letters. The letters of all tokens stand side by side in one array, so that "S T O P" can be
 * read as one word. Mutable while {@link Lexicon} replaces spellings by the words they stand for.
 */
final class FoldedText {

    static final int HEAD = 1_000;
    static final int TAIL = 500;
    /** Of a run of one letter this many are kept: "stoooop" becomes "stoop", and {@link Lexicon} tries "stop". */
    static final int LONGEST_RUN = 2;

    /** A dot behind so few letters ends no sentence: "no.", "s.t.o.p". */
    private static final int LONGEST_ABBREVIATION = 2;

    static final byte STRETCHED = 1;
    static final byte LATIN = 2;
    static final byte CYRILLIC_OR_GREEK = 4;
    static final byte DIGIT = 8;

    /** Whether all of the text was looked at. */
    final boolean whole;

    char[] letters;
    int count;
    /** Where token k begins in the letters; k + 1 is where it ends. */
    int[] start;
    /** Where token k stands in the text. */
    int[] from;

    int[] to;
    /** What stands before token k: {@link Folding#SEPARATOR}, {@link Folding#SOFT} or {@link Folding#HARD}. */
    char[] before;

    byte[] flags;
    private int used;
    private boolean open;

    private FoldedText(int length, boolean whole) {
        this.whole = whole;
        letters = new char[length + 8];
        int tokens = Math.min(length / 2 + 8, 64);
        start = new int[tokens];
        from = new int[tokens];
        to = new int[tokens];
        before = new char[tokens];
        flags = new byte[tokens];
    }

    static FoldedText of(CharSequence text) {
        int length = text.length();
        boolean whole = length <= HEAD + TAIL;
        FoldedText folded = new FoldedText(whole ? length : HEAD + TAIL, whole);
        folded.read(text, 0, whole ? length : HEAD);
        if (!whole) {
            folded.read(text, length - TAIL, length);
        }
        folded.finish();
        return folded;
    }

    private void read(CharSequence text, int first, int end) {
        char pending = Folding.HARD;
        for (int i = first; i < end; i++) {
            char c = text.charAt(i);
            char folded = Folding.of(c);
            int width = 1;
            if (folded == Folding.SURROGATE) {
                if (!Character.isHighSurrogate(c) || i + 1 >= end || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    folded = Folding.SEPARATOR;
                } else {
                    folded = Folding.ofSupplementary(Character.toCodePoint(c, text.charAt(i + 1)));
                    width = 2;
                }
            }
            if (folded > Folding.SURROGATE) {
                letter(folded, i, i + width, pending);
                pending = Folding.SEPARATOR;
            } else if (folded == Folding.EXPANDED) {
                String letters = Folding.expansion(c);
                for (int k = 0; k < letters.length(); k++) {
                    letter(letters.charAt(k), i, i + width, pending);
                    pending = Folding.SEPARATOR;
                }
            } else if (folded == Folding.APOSTROPHE) {
                open &= contraction(text, i + 1, end);
            } else if (folded != Folding.DROPPED) {
                if (c == '.' && open && used - start[count - 1] <= LONGEST_ABBREVIATION) {
                    folded = endsWord(text, i + 1, end) ? Folding.SOFT : Folding.SEPARATOR;
                }
                open = false;
                pending = (char) Math.max(pending, folded);
            }
            i += width - 1;
        }
        open = false;
    }

    /** "Remove me. The order is late": of two letters, and with a space behind, it may have been the end. */
    private boolean endsWord(CharSequence text, int next, int end) {
        return used - start[count - 1] == LONGEST_ABBREVIATION && next < end && text.charAt(next) == ' ';
    }

    /** "don't" is one word, "l'envoi" is two. */
    private static boolean contraction(CharSequence text, int i, int end) {
        int length = 0;
        while (length < 3 && i + length < end && Character.isLetter(text.charAt(i + length))) {
            length++;
        }
        if (length == 1) {
            return "tsmd".indexOf(Folding.of(text.charAt(i))) >= 0;
        }
        if (length != 2) {
            return false;
        }
        char first = Folding.of(text.charAt(i));
        char second = Folding.of(text.charAt(i + 1));
        return second == 'e' ? first == 'r' || first == 'v' : first == 'l' && second == 'l';
    }

    private void letter(char folded, int at, int end, char pending) {
        boolean alone = Folding.unspaced(folded);
        if (!open || alone) {
            begin(at, open ? Folding.SEPARATOR : pending);
        }
        open = !alone;
        int token = count - 1;
        to[token] = end;
        flags[token] |= flag(folded);
        if (run(folded, start[token]) >= LONGEST_RUN && folded > '9') {
            flags[token] |= STRETCHED;
            return;
        }
        if (used == letters.length) {
            letters = Arrays.copyOf(letters, used * 2);
        }
        letters[used++] = folded;
    }

    private int run(char folded, int start) {
        int run = 0;
        while (run < LONGEST_RUN && used - run > start && letters[used - 1 - run] == folded) {
            run++;
        }
        return run;
    }

    private static byte flag(char folded) {
        if (folded < 0x80) {
            return folded <= '9' ? DIGIT : LATIN;
        }
        return folded >= 0x0370 && folded <= 0x052F ? CYRILLIC_OR_GREEK : 0;
    }

    private void begin(int at, char boundary) {
        if (count == from.length - 1) {
            int tokens = from.length * 2;
            start = Arrays.copyOf(start, tokens);
            from = Arrays.copyOf(from, tokens);
            to = Arrays.copyOf(to, tokens);
            before = Arrays.copyOf(before, tokens);
            flags = Arrays.copyOf(flags, tokens);
        }
        start[count] = used;
        from[count] = at;
        before[count] = boundary;
        count++;
    }

    private void finish() {
        start[count] = used;
        before[count] = Folding.HARD;
    }

    int length(int token) {
        return start[token + 1] - start[token];
    }

    String word(int token) {
        return new String(letters, start[token], length(token));
    }
}
