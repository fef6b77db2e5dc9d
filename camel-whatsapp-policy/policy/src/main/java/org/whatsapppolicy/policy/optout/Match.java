package org.whatsapppolicy.policy.optout;

import java.util.List;

/**
 * What was found in a text, and where. Holds none of the text: {@code text.subSequence(start, end)} is what matched.
 *
 * @param rule the keyword or the phrase, as it stands in the language's file; {@code weights} if the words that stand there together
 *     weigh so much. Behind a phrase {@code , doubted by weights} or {@code , backed by weights} if they changed what it means
 * @param language the file it stands in, an ISO 639 code; {@code und}, undetermined, for weights
 * @param languages every language in which it means that: a keyword may be one of several, of weights none is known
 * @param start index of the first char
 * @param end index behind the last char
 */
public record Match(String rule, String language, List<String> languages, int start, int end) {

    public Match {
        languages = List.copyOf(languages);
    }

    /** The language and the rule, for example {@code en: stop}. */
    @Override
    public String toString() {
        return language + ": " + rule;
    }
}
