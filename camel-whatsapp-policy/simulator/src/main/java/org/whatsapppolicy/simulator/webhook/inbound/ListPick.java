package org.whatsapppolicy.simulator.webhook.inbound;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * A row picked from a list.
 *
 * @param description null for a row without one
 */
public record ListPick(String id, String title, @Nullable String description) implements Content {

    @Override
    public String type() {
        return "interactive";
    }

    @Override
    public void write(JsonBytes json) {
        json.object("interactive").put("type", "list_reply");
        json.object("list_reply")
                .put("id", id)
                .put("title", title)
                .put("description", description)
                .end()
                .end();
    }
}
