package org.whatsapppolicy.policy.message;

import java.util.Map;

/**
 * A button to answer with.
 *
 * @param id comes back when it is tapped; at most 256 characters, no space around it
 * @param title what it says, at most 20 characters
 */
public record ReplyButton(String id, String title) {

    Map<String, Object> cloudApi() {
        Map<String, Object> reply =
                JsonFields.with("id", id).and("title", title).map();
        return Map.of("type", "reply", "reply", reply);
    }

    @Override
    public String toString() {
        return "ReplyButton[]";
    }
}
