package org.whatsapppolicy.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.message.type.Fields;

/** Mark as read, and the wish to show that an answer is being typed, which rides on it. */
final class TypingIndicator {

    private static final Set<String> KNOWN =
            Set.of("messaging_product", "status", "message_id", "typing_indicator", "recipient_type", "format");

    private TypingIndicator() {}

    static boolean asked(JsonNode root) {
        Fields.onlyKnown(root, KNOWN, "messages");
        JsonNode indicator = root.path("typing_indicator");
        if (Fields.absent(indicator)) {
            return false;
        }
        String type =
                Fields.text(Fields.object(indicator, "typing_indicator").path("type"), "typing_indicator.type", 64);
        if (!type.equals("text")) {
            throw GraphErrors.invalid("typing_indicator.type");
        }
        return true;
    }
}
