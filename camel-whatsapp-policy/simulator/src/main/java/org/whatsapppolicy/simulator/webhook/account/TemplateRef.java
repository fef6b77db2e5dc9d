package org.whatsapppolicy.simulator.webhook.account;

import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/** Which template an event is about; the id is a number here, and a text everywhere else. */
public record TemplateRef(long id, String name, String language) {

    void write(JsonBytes json) {
        json.put("message_template_id", id)
                .put("message_template_name", name)
                .put("message_template_language", language);
    }
}
