package org.whatsapppolicy.benchmarks.chaos.drive;

import java.util.ArrayList;
import java.util.List;

/** Words that are nowhere but in secrets: whoever finds one outside of the messages has found a leak. */
public final class Canary {

    /** The access token. */
    public static final String TOKEN = "EAAcanarytoken7f3a9b";

    /** The app's secret. */
    public static final String SECRET = "canarysecret51c2d8";

    /** What people write who want to talk. */
    static final String TALK = "Oi, qual o valor? canarytext in";

    private static final String TEXT = "canarytext";

    private Canary() {}

    /** The text of the message with that key. */
    static String text(String key) {
        return TEXT + " " + key;
    }

    static String key(String text) {
        return text.startsWith(TEXT + " ") ? text.substring(TEXT.length() + 1) : "";
    }

    /** What must be found nowhere: the secrets, and the people's numbers with and without plus sign. */
    public static List<String> all(List<String> phones) {
        List<String> all = new ArrayList<>(List.of(TOKEN, SECRET, TEXT));
        phones.forEach(phone -> all.add(phone.substring(1)));
        return all;
    }
}
