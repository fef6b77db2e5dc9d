package org.whatsapppolicy.policy.optout;

/**
 * What was found in a text, and where. Holds none of the text: {@code text.subSequence(start, end)} is what matched.
 *
 * @param rule the keyword or the phrase, as it stands in the language's file
 * @param language the file it stands in, an ISO 639 code
 * @param start index of the first char
 * @param end index behind the last char
 */
public record Match(String rule, String language, int start, int end) {

    /** The language and the rule, for example {@code en: stop}. */
    @Override
    public String toString() {
        return language + ": " + rule;
    }
}
