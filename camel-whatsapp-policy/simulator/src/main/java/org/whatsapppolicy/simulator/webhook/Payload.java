package org.whatsapppolicy.simulator.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/** The envelope of every webhook: object, entry, change, and the metadata of the number. */
final class Payload {

    private Payload() {}

    /** A payload about a number. */
    static ObjectNode ofNumber(SimulatedNumber number, String field, Consumer<ObjectNode> value) {
        return of(number.accountId(), null, field, node -> {
            node.put("messaging_product", "whatsapp");
            node.putObject("metadata")
                    .put("display_phone_number", number.digits())
                    .put("phone_number_id", number.id());
            value.accept(node);
        });
    }

    /** A payload about an account, which carries the time but no metadata. */
    static ObjectNode of(String accountId, @Nullable Long seconds, String field, Consumer<ObjectNode> value) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("object", "whatsapp_business_account");
        ObjectNode entry = root.putArray("entry").addObject().put("id", accountId);
        if (seconds != null) {
            entry.put("time", seconds);
        }
        ObjectNode change = entry.putArray("changes").addObject();
        value.accept(change.putObject("value"));
        change.put("field", field);
        return root;
    }

    /** One entry of {@code contacts}: phone number and user id only where the platform shows them. */
    static void contact(ObjectNode value, String name, @Nullable String waId, @Nullable String userId) {
        ObjectNode contact = value.putArray("contacts").addObject();
        contact.putObject("profile").put("name", name);
        if (waId != null) {
            contact.put("wa_id", waId);
        }
        if (userId != null) {
            contact.put("user_id", userId);
        }
    }
}
