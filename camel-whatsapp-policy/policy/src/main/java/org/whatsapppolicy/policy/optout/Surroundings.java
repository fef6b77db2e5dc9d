package org.whatsapppolicy.policy.optout;

import java.util.BitSet;
import java.util.Set;

/** The words that may stand around what a person has to say: "Hi Maria, stop please. Thanks, Tom". Immutable. */
final class Surroundings {

    private static final int MOST_SKIPPED = 4;
    private static final int LONGEST_NAME = 2;

    /** Greetings, thanks and the like, with those behind which a name may stand. */
    private final BitSet around;

    private final BitSet beforeAName;

    /**
     * @param around greetings, thanks, please
     * @param beforeAName those of them behind which a name may stand
     */
    Surroundings(Set<Integer> around, Set<Integer> beforeAName) {
        this.around = bits(around);
        this.beforeAName = bits(beforeAName);
        this.around.or(this.beforeAName);
    }

    private static BitSet bits(Set<Integer> words) {
        BitSet bits = new BitSet();
        words.forEach(bits::set);
        return bits;
    }

    /** Whether the token says nothing by itself. */
    boolean empty(Reading reading, int token) {
        int word = reading.words[token];
        return word >= 0 ? around.get(word) : name(reading, token);
    }

    /** An unknown word behind a greeting or a farewell. */
    private boolean name(Reading reading, int token) {
        for (int back = 1; back <= LONGEST_NAME && back <= token; back++) {
            if (reading.words[token - back + 1] >= 0) {
                return false;
            }
            int word = reading.words[token - back];
            if (word >= 0 && beforeAName.get(word)) {
                return true;
            }
        }
        return false;
    }

    boolean beginsClause(Reading reading, int token) {
        int at = token;
        for (int skipped = 0; skipped <= MOST_SKIPPED; skipped++) {
            if (at == 0 || (at < reading.count() && reading.clauseEndsBefore(at))) {
                return true;
            }
            if (!empty(reading, at - 1)) {
                return false;
            }
            at--;
        }
        return false;
    }

    boolean endsClause(Reading reading, int token) {
        int at = token;
        for (int skipped = 0; skipped <= MOST_SKIPPED; skipped++) {
            if (at == reading.count() || reading.clauseEndsBefore(at)) {
                return true;
            }
            if (!empty(reading, at)) {
                return false;
            }
            at++;
        }
        return false;
    }
}
