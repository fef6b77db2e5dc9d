package org.whatsapppolicy.policy.inbound;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the words in a message, wherever a person can have put them. */
final class WrittenReader {

    /**
     * What changes an old message or stands under one. The platform counts from the last message or call, and says of none of these
     * that it is one; an unsupported message is. A group has a window of its own.
     */
    private static final Set<String> NO_NEW_ONE = Set.of("revoke", "edit", "reaction");

    private WrittenReader() {}

    static Told.Written read(String wamid, Map<?, ?> message) {
        String given = Json.text(message, "type");
        String type = given == null ? "unknown" : given;
        Map<?, ?> edited = Json.object(Json.object(message.get("edit")).get("message"));
        Map<?, ?> holder = edited.isEmpty() ? message : edited;
        boolean opens = !NO_NEW_ONE.contains(type) && message.get("group_id") == null;
        return new Told.Written(wamid, type, text(holder), choice(holder), opens);
    }

    private static @Nullable String text(Map<?, ?> message) {
        return first(
                Json.text(message, "text", "body"),
                Json.text(message, "button", "text"),
                reply(message, "title"),
                Json.text(message, "image", "caption"),
                Json.text(message, "video", "caption"),
                Json.text(message, "document", "caption"));
    }

    private static @Nullable String choice(Map<?, ?> message) {
        return first(Json.text(message, "button", "payload"), reply(message, "id"), flow(message));
    }

    private static @Nullable String reply(Map<?, ?> message, String name) {
        Map<?, ?> interactive = Json.object(message.get("interactive"));
        return first(Json.text(interactive, "button_reply", name), Json.text(interactive, "list_reply", name));
    }

    private static @Nullable String flow(Map<?, ?> message) {
        return Json.text(Json.object(message.get("interactive")), "nfm_reply", "response_json");
    }

    private static @Nullable String first(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
