package org.whatsapppolicy.policy.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all interactive messages share: a kind, a text, what stands above and below it, and what can be tapped. */
final class Interactive {

    private final JsonFields interactive;

    private Interactive(String kind) {
        interactive = JsonFields.with("type", kind);
    }

    static Interactive of(String kind) {
        return new Interactive(kind);
    }

    Interactive header(@Nullable InteractiveHeader header) {
        interactive.and("header", header == null ? null : header.cloudApi());
        return this;
    }

    Interactive body(@Nullable String text) {
        interactive.and("body", words(text));
        return this;
    }

    Interactive footer(@Nullable String text) {
        interactive.and("footer", words(text));
        return this;
    }

    MessageContent action(JsonFields action) {
        interactive.and("action", action.map());
        return MessageReader.cloudApi(Map.of("type", "interactive", "interactive", interactive.map()));
    }

    private static @Nullable Object words(@Nullable String text) {
        return text == null ? null : Map.of("text", text);
    }
}
