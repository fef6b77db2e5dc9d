package org.whatsapppolicy.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.people.Chat;
import org.whatsapppolicy.simulator.people.People;

/** Marks what people wrote as read, and shows that an answer is being typed. */
record Reading(People people) {

    void mark(SimulatedNumber sender, JsonNode root) {
        Envelope.product(root);
        if (!root.path("status").asText().equals("read")) {
            throw GraphErrors.invalid("status");
        }
        String id = Fields.text(root.path("message_id"), "message_id", 512);
        boolean typing = TypingIndicator.asked(root);
        Chat chat = people.chatOf(id);
        if (chat == null || !chat.number().id().equals(sender.id())) {
            throw GraphErrors.invalid("message_id");
        }
        chat.readByBusiness(id);
        if (typing) {
            chat.businessTypes();
        }
    }
}
