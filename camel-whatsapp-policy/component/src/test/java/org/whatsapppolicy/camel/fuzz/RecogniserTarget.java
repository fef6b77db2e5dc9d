package org.whatsapppolicy.camel.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.whatsapppolicy.policy.optout.IntentRecogniser;
import org.whatsapppolicy.policy.optout.Match;
import org.whatsapppolicy.policy.optout.Recognition;

/** The recogniser. Whatever the text is: an answer, the same twice, and the rule that is told holds none of the text. */
public final class RecogniserTarget {

    /** A rule is a phrase with its alternatives. */
    private static final int LONGEST_RULE = 1_000;

    private RecogniserTarget() {}

    /** Reads the phrases, which takes long where each step is watched: the time of an input does not count it. */
    public static void fuzzerInitialize() {
        IntentRecogniser.standard();
    }

    /** One input. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        IntentRecogniser recogniser = IntentRecogniser.standard();
        String text = new String(bytes, StandardCharsets.UTF_8);
        Recognition first = recogniser.recognise(text);
        expect(
                first.toString().equals(recogniser.recognise(text).toString()),
                "the same text was taken for something else the second time");
        expect(
                first.intent() == recogniser.recognise("  " + text + " \n").intent(),
                "space around a text changed what it is taken for");
        String told = first.match().map(Match::toString).orElse("");
        expect(told.length() <= LONGEST_RULE, "the rule that is told is as long as a text");
        expect(
                text.length() < 40 || !told.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)),
                "the rule that is told holds the text");
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
