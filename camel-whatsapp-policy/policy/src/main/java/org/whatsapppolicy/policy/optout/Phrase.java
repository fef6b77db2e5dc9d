package org.whatsapppolicy.policy.optout;

import java.util.List;

/**
 * Words in a row that mean something together.
 *
 * @param meaning what they mean
 * @param language the file they stand in
 * @param rule how they are written there
 * @param steps what has to stand one behind the other
 * @param unless words of which none may stand in the clauses that the steps touch; those that end with a star are stems
 */
record Phrase(Meaning meaning, String language, String rule, List<Step> steps, List<String> unless) {

    enum Meaning {
        OPT_OUT,
        UNCLEAR,
        /** Everyday speech: nothing that overlaps it counts. */
        ORDINARY,
        /** Says nothing alone; beside something unclear it makes an opt-out of it: "Wrong number. Stop." */
        REASON
    }

    /** One element of a phrase. */
    sealed interface Step {}

    /**
     * One word.
     *
     * @param words any of these; those that end with a star are stems
     * @param optional whether it may be missing
     */
    record Word(List<String> words, boolean optional) implements Step {}

    /** Up to {@code most} words, whatever they are, but not across the end of a sentence. */
    record Gap(int most) implements Step {}

    /** The clause begins here, or with words that say nothing, like a greeting. */
    record Begin() implements Step {}

    /** The clause ends here, or with words that say nothing, like a thank you. */
    record End() implements Step {}
}
