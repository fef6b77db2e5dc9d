package org.whatsapppolicy.simulator.webhook.event;

import org.jspecify.annotations.Nullable;

/** {@code conversation_context}: what went on before, in a few words. */
public final class Summary {

    private Summary() {}

    /** Writes it, unless there is none. */
    public static void write(@Nullable String text, JsonBytes json) {
        if (text != null) {
            json.object("conversation_context").put("type", "summary");
            json.object("summary").put("text", text).end().end();
        }
    }
}
