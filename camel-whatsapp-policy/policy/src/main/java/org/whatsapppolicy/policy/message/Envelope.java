package org.whatsapppolicy.policy.message;

import java.util.Map;
import java.util.Set;

/**
 * What stands around the message in a request: fields that are ours to fill, fields that would make it something other than
 * one message to one person, and the rest, which passes.
 */
final class Envelope {

    /** Filled in when the request is made, whatever the route wrote there. */
    private static final Set<String> OURS =
            Set.of("messaging_product", "to", "recipient", "recipient_type", "biz_opaque_callback_data");

    /** Graph reads these from the body of any call: another token, another method, several calls in one. */
    private static final Set<String> GRAPH = Set.of("access_token", "appsecret_proof", "method", "batch");

    private static final Shape SHAPE = Shape.object()
            .optional("recipient_type", Envelope::individual)
            .optional("context", Shape.object().required("message_id", Shape.text()))
            .optional("recipient_identity_key_hash", Shape.text())
            .optional("messaging_account_id", Shape.text())
            .optional("product_policy", Shape.word("CLOUD_API_FALLBACK", "STRICT"))
            .optional("message_activity_sharing", Shape.flag())
            .never("ttl_seconds", "outside Direct Send: the lifetime of a template is set when it is created")
            .never("status", "in a message: marking as read is another call")
            .never("typing_indicator", "in a message: the typing indicator is another call");

    private Envelope() {}

    static boolean ours(String field) {
        return OURS.contains(field);
    }

    /** @throws InvalidMessageException when the request would be more or other than one message of that type (S-45) */
    static void check(MessageType type, Map<String, Object> request) {
        for (String field : request.keySet()) {
            if (GRAPH.contains(field)) {
                throw new InvalidMessageException(field, "not possible in a message");
            }
        }
        // A free-form body with a category is a Direct Send message, told first because its other fields follow from
        // it.
        if (type != MessageType.TEMPLATE && request.containsKey("category")) {
            throw new InvalidMessageException(
                    "category",
                    "not possible with a free-form message (Direct Send): leave it out, or send a template");
        }
        for (MessageType other : MessageType.values()) {
            if (other != type && request.containsKey(other.word())) {
                throw new InvalidMessageException(
                        other.word(), "not possible in a message whose type is " + type.word());
            }
        }
        if (type == MessageType.REACTION && request.containsKey("context")) {
            throw new InvalidMessageException("context", "not possible with a reaction: it names its message itself");
        }
        SHAPE.check("", request);
    }

    private static void individual(String path, Object value) {
        if (!"individual".equals(value)) {
            throw new InvalidMessageException(
                    path, "expected individual, found " + Shape.found(value) + ": a message goes to one person");
        }
    }
}
