package org.whatsapppolicy.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.number.Recipient;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/** What stands around every message, whatever its type: product, recipient, callback data, options. */
final class Envelope {

    private static final int LONGEST_CALLBACK_DATA = 512;
    private static final Set<String> OWN = Set.of(
            "messaging_product",
            "recipient_type",
            "to",
            "recipient",
            "type",
            "context",
            "biz_opaque_callback_data",
            "recipient_identity_key_hash",
            "category",
            "messaging_account_id",
            "paid_messaging_account_id",
            "message_activity_sharing",
            "product_policy",
            "ttl_seconds",
            // What clients of the Graph API add to every request.
            "format",
            "fields",
            "pretty",
            "debug",
            "suppress_http_code");

    private static final Set<String> MARKETING_ONLY = Set.of("message_activity_sharing", "product_policy");

    private final Set<String> known;

    Envelope(Set<String> typeNames) {
        known = new HashSet<>(OWN);
        known.addAll(typeNames);
    }

    void check(JsonNode root, boolean marketing) {
        product(root);
        for (Iterator<String> keys = root.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!known.contains(key) || (!marketing && MARKETING_ONLY.contains(key))) {
                throw GraphErrors.badParameter("Unexpected key \"" + key + "\" in the request.");
            }
        }
        callbackData(root);
        JsonNode context = root.path("context");
        if (!Fields.absent(context)) {
            Fields.text(Fields.object(context, "context").path("message_id"), "context.message_id", 512);
        }
        Fields.optionalText(root.path("recipient_identity_key_hash"), "recipient_identity_key_hash", 512);
    }

    static void product(JsonNode root) {
        JsonNode product = root.path("messaging_product");
        if (Fields.absent(product)) {
            throw GraphErrors.missing("messaging_product");
        }
        if (!product.asText().equalsIgnoreCase("whatsapp")) {
            throw GraphErrors.badParameter("Param messaging_product must be one of {WHATSAPP}.");
        }
    }

    static @Nullable String callbackData(JsonNode root) {
        return Fields.optionalText(
                root.path("biz_opaque_callback_data"), "biz_opaque_callback_data", LONGEST_CALLBACK_DATA);
    }

    /** Which of the accounts on the number sends, where the client says so; null for the number's own. */
    static @Nullable String account(JsonNode root) {
        JsonNode account = root.path("messaging_account_id");
        if (Fields.absent(account)) {
            account = root.path("paid_messaging_account_id");
        }
        return Fields.absent(account) ? null : Fields.id(account, "messaging_account_id");
    }

    static @Nullable String quoted(JsonNode root) {
        return root.path("context").path("message_id").textValue();
    }

    /** Whom it goes to; {@code to} wins over {@code recipient}. */
    static Recipient recipient(JsonNode root, SimulatedNumber sender) {
        String kind = root.path("recipient_type").asText("individual");
        boolean group = kind.equals("group");
        if (!group && !kind.equals("individual")) {
            throw GraphErrors.invalid("recipient_type");
        }
        JsonNode to = root.path("to");
        JsonNode userId = root.path("recipient");
        if (Fields.absent(to) && Fields.absent(userId)) {
            throw GraphErrors.missing("to");
        }
        Recipient recipient;
        if (Fields.absent(to)) {
            recipient = userId.isTextual() ? Recipient.userId(userId.textValue()) : null;
            if (recipient == null) {
                throw GraphErrors.invalid("recipient");
            }
            return recipient;
        }
        String written = to.isTextual() || to.isIntegralNumber() ? to.asText() : "";
        recipient = group ? Recipient.group(written) : Recipient.phone(written, sender);
        if (recipient == null || written.isEmpty()) {
            throw GraphErrors.invalid("to");
        }
        return recipient;
    }
}
