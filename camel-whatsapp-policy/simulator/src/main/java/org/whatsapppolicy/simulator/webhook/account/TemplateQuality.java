package org.whatsapppolicy.simulator.webhook.account;

import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * A template has another quality score: {@code message_template_quality_update}.
 *
 * @param previous {@code GREEN}, {@code YELLOW}, {@code RED} or {@code UNKNOWN}
 * @param now the same
 */
public record TemplateQuality(String accountId, TemplateRef template, String previous, String now) implements Event {

    @Override
    public String field() {
        return "message_template_quality_update";
    }

    @Override
    public String kind() {
        return now;
    }

    @Override
    public void value(JsonBytes json) {
        json.put("previous_quality_score", previous).put("new_quality_score", now);
        template.write(json);
    }
}
