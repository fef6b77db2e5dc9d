package org.whatsapppolicy.simulator.twilio;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The contents of the Twilio face: which template a {@code ContentSid} stands for. Safe for use by several threads.
 */
public final class TwilioContents {

    /** A template by name and language. */
    public record Template(String name, String language) {}

    private final ConcurrentHashMap<String, Template> bySid = new ConcurrentHashMap<>();

    /** None to begin with. */
    public TwilioContents() {}

    /** Lets a content id, such as {@code HX...}, stand for that template. */
    public TwilioContents add(String contentSid, String template, String language) {
        bySid.put(contentSid, new Template(template, language));
        return this;
    }

    @Nullable
    Template find(String contentSid) {
        return bySid.get(contentSid);
    }
}
