package org.whatsapppolicy.simulator.webhook.account;

import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * A message by Direct Send was judged to be of another category: {@code template_correct_category_detection}.
 *
 * @param correct {@code MARKETING} or {@code AUTHENTICATION}
 */
public record CategoryDetection(String accountId, TemplateRef template, String category, String correct)
        implements Event {

    @Override
    public String field() {
        return "template_correct_category_detection";
    }

    @Override
    public String kind() {
        return correct;
    }

    @Override
    public void value(JsonBytes json) {
        template.write(json);
        json.put("category", category).put("correct_category", correct);
    }
}
