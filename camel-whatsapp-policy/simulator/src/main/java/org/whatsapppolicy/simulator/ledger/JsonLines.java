package org.whatsapppolicy.simulator.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One ledger line as JSON. */
final class JsonLines {

    private JsonLines() {}

    static String of(LedgerEntry entry) {
        Asked asked = entry.asked();
        Answered answered = entry.answered();
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("sequence", entry.sequence())
                .put("at", asked.at().toString())
                .put("method", asked.method())
                .put("version", asked.version())
                .put("target", asked.target())
                .put("operation", asked.operation().name())
                .put("recipient", asked.recipient())
                .put("type", asked.type())
                .put("template", asked.template())
                .put("templateLanguage", asked.templateLanguage())
                .put("callbackData", asked.callbackData())
                .put("authorized", asked.authorized())
                .put("accepted", entry.accepted())
                .put("status", answered.status())
                .put("code", answered.code())
                .put("wamid", answered.wamid())
                .put("messageStatus", answered.messageStatus())
                .put("fault", answered.fault())
                .put("body", asked.body());
        return line.toString();
    }

    static String of(WebhookAttempt attempt) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("webhook", attempt.kind())
                .put("begun", attempt.begun().toString())
                .put("at", attempt.at().toString())
                .put("field", attempt.field())
                .put("id", attempt.id())
                .put("attempt", attempt.attempt())
                .put("status", attempt.status())
                .put("fault", attempt.fault())
                .put("batch", attempt.batch())
                .put("body", attempt.body());
        return line.toString();
    }
}
