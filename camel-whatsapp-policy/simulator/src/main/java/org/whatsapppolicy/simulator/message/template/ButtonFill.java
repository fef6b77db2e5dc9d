package org.whatsapppolicy.simulator.message.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.shown.ShownButton;
import org.whatsapppolicy.simulator.shown.ShownButton.Kind;
import org.whatsapppolicy.simulator.template.TemplateButton;

/** One button of a template with what a send put into it. */
final class ButtonFill {

    private static final String WHERE = "button.parameters";
    private static final int LONGEST_PAYLOAD = 256;
    private static final int LONGEST_CODE = 20;
    private static final int LONGEST_PASSWORD = 15;
    private static final int LONGEST_ADDRESS = 2000;

    private ButtonFill() {}

    static ShownButton of(TemplateButton approved, @Nullable JsonNode sent, int index, List<String> bodyValues) {
        JsonNode parameters = sent == null ? MissingNode.getInstance() : sent.path("parameters");
        if (parameters.isEmpty() && approved.needsParameter()) {
            throw GraphErrors.refuse(
                    131008,
                    "buttons: Button at index " + index + " of type " + approved.type() + " requires a parameter");
        }
        if (parameters.size() > 1) {
            throw GraphErrors.refuse(132000, "buttons: Button at index " + index + " takes one parameter");
        }
        JsonNode parameter = parameters.path(0);
        String label = approved.label();
        return switch (approved.type()) {
            case "QUICK_REPLY" -> new ShownButton(Kind.QUICK_REPLY, label, payload(parameter, label));
            case "URL" -> new ShownButton(Kind.URL, label, address(approved, parameter, index));
            case "OTP" -> new ShownButton(Kind.COPY_CODE, label, password(parameter, bodyValues));
            case "COPY_CODE" -> new ShownButton(Kind.COPY_CODE, label, couponCode(parameter));
            case "FLOW" -> new ShownButton(Kind.FLOW, label, flowToken(parameter));
            case "CATALOG", "MPM", "SPM" -> new ShownButton(Kind.CATALOG, label, products(approved, parameter));
            case "PHONE_NUMBER" ->
                new ShownButton(Kind.PHONE_NUMBER, label, approved.value().written());
            case "VOICE_CALL" -> new ShownButton(Kind.VOICE_CALL, label, "");
            case "REQUEST_CONTACT_INFO" -> new ShownButton(Kind.CONTACT_INFO, label, "");
            default -> new ShownButton(Kind.QUICK_REPLY, label, label);
        };
    }

    private static String payload(JsonNode parameter, String label) {
        if (parameter.isMissingNode()) {
            return label;
        }
        typed(parameter, "payload");
        return Fields.text(parameter.path("payload"), WHERE + ".payload", LONGEST_PAYLOAD);
    }

    private static String address(TemplateButton approved, JsonNode parameter, int index) {
        if (!approved.value().anyVariable()) {
            if (!parameter.isMissingNode()) {
                throw GraphErrors.refuse(132000, "buttons: Button at index " + index + " takes no parameter");
            }
            return approved.value().written();
        }
        typed(parameter, "text");
        String end = Fields.text(parameter.path("text"), WHERE + ".text", LONGEST_ADDRESS);
        return approved.value().filled(List.of(end));
    }

    private static String password(JsonNode parameter, List<String> bodyValues) {
        typed(parameter, "text");
        String code = Fields.text(parameter.path("text"), WHERE + ".text", LONGEST_PASSWORD);
        if (!bodyValues.isEmpty() && !bodyValues.get(0).equals(code)) {
            throw GraphErrors.refuse(132008, "buttons: the code differs from the one in the body");
        }
        return code;
    }

    private static String couponCode(JsonNode parameter) {
        typed(parameter, "coupon_code");
        return Fields.text(parameter.path("coupon_code"), WHERE + ".coupon_code", LONGEST_CODE);
    }

    private static String flowToken(JsonNode parameter) {
        if (parameter.isMissingNode()) {
            return "";
        }
        typed(parameter, "action");
        JsonNode action = Fields.object(parameter.path("action"), WHERE + ".action");
        JsonNode data = action.path("flow_action_data");
        if (!Fields.absent(data) && (!data.isObject() || data.isEmpty())) {
            throw GraphErrors.invalid(WHERE + ".action.flow_action_data");
        }
        String token = Fields.optionalText(action.path("flow_token"), WHERE + ".action.flow_token", 1024);
        return token == null ? "" : token;
    }

    private static String products(TemplateButton approved, JsonNode parameter) {
        if (parameter.isMissingNode()) {
            return "";
        }
        typed(parameter, "action");
        JsonNode action = Fields.object(parameter.path("action"), WHERE + ".action");
        if (approved.type().equals("MPM")) {
            sections(action.path("sections"));
        }
        String thumbnail = Fields.optionalText(
                action.path("thumbnail_product_retailer_id"), WHERE + ".action.thumbnail_product_retailer_id", 512);
        return thumbnail == null ? "" : thumbnail;
    }

    private static void sections(JsonNode sections) {
        int products = 0;
        for (JsonNode section : Fields.array(sections, WHERE + ".action.sections", 1, 10)) {
            products += Fields.array(section.path("product_items"), WHERE + ".action.sections.product_items", 1, 30)
                    .size();
        }
        if (products > 30) {
            throw GraphErrors.invalid(WHERE + ".action.sections.product_items");
        }
    }

    private static void typed(JsonNode parameter, String wanted) {
        String type = parameter.path("type").asText("").toLowerCase(Locale.ROOT);
        if (type.isEmpty()) {
            throw GraphErrors.missing(WHERE + ".type");
        }
        if (!type.equals(wanted)) {
            throw TextParameters.mismatch("buttons", wanted.toUpperCase(Locale.ROOT), type.toUpperCase(Locale.ROOT));
        }
    }
}
