package org.whatsapppolicy.simulator.webhook.inbound;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * A message as it reads after an edit.
 *
 * @param context the message the original answered to; null for none
 */
public record Edit(String originalMessageId, @Nullable String context, Content now) implements Content {

    @Override
    public String type() {
        return "edit";
    }

    @Override
    public void write(JsonBytes json) {
        json.object("edit").put("original_message_id", originalMessageId).object("message");
        if (context != null) {
            json.object("context").put("id", context).end();
        }
        json.put("type", now.type());
        now.write(json);
        json.end().end();
    }
}
