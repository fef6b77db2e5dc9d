package org.whatsapppolicy.simulator.webhook.account;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * A template is or will be moved to another category: {@code template_category_update}.
 *
 * @param before the category it has, or had
 * @param after the category it gets, or has got
 * @param announcedFor when it will be moved, in seconds since 1970; null once it is done
 */
public record TemplateCategory(
        String accountId,
        TemplateRef template,
        String before,
        String after,
        @Nullable Long announcedFor) implements Event {

    @Override
    public String field() {
        return "template_category_update";
    }

    @Override
    public String kind() {
        return announcedFor == null ? "moved" : "announced";
    }

    @Override
    public void value(JsonBytes json) {
        template.write(json);
        if (announcedFor == null) {
            json.put("previous_category", before).put("new_category", after);
        } else {
            // "New" is the category it still has: the platform names it so while the move is only announced.
            json.put("new_category", before)
                    .put("correct_category", after)
                    .put("category_update_timestamp", announcedFor);
        }
    }
}
