package org.whatsapppolicy.simulator.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.Recipient;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/** The form of a message as Twilio takes it, to be handed in as one of the platform's. */
public final class TwilioForm {

    private static final String CHANNEL = "whatsapp:";

    private final ObjectNode fields;

    /** The fields of the form, by name. */
    public TwilioForm(ObjectNode fields) {
        this.fields = fields;
    }

    /** The recipient without the channel. */
    public String to() {
        return address("To");
    }

    /** The sender without the channel. */
    public String from() {
        return address("From");
    }

    /** The text; empty for messages made of a content. */
    public String body() {
        return fields.path("Body").asText();
    }

    /** Whether it is made of a content, that is of a template. */
    public boolean templated() {
        return fields.has("ContentSid");
    }

    /** The business number it is from, null when it is none of them. */
    public @Nullable SimulatedNumber sender(Numbers numbers) {
        String digits = from().replaceAll("\\D", "");
        return numbers.all().stream()
                .filter(number -> number.digits().equals(digits))
                .findFirst()
                .orElse(null);
    }

    /**
     * The message in the platform's own words.
     *
     * @throws TwilioRefusal when it names a content that is not there
     */
    public ObjectNode message(TwilioContents contents) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("messaging_product", "whatsapp");
        message.put(Recipient.isUserId(to()) ? "recipient" : "to", to());
        if (!templated()) {
            message.put("type", "text").putObject("text").put("body", body());
            return message;
        }
        TwilioContents.Template template =
                contents.find(fields.path("ContentSid").asText());
        if (template == null) {
            throw TwilioRefusal.invalid("The Content Sid is none of this account");
        }
        ObjectNode object =
                message.put("type", "template").putObject("template").put("name", template.name());
        object.putObject("language").put("code", template.language());
        ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
        variables()
                .values()
                .forEach(value -> parameters.addObject().put("type", "text").put("text", value.asText()));
        if (!parameters.isEmpty()) {
            object.putArray("components").addObject().put("type", "body").set("parameters", parameters);
        }
        return message;
    }

    /** The variables by their number. */
    private SortedMap<Integer, JsonNode> variables() {
        SortedMap<Integer, JsonNode> variables = new TreeMap<>();
        for (Map.Entry<String, JsonNode> one : fields.path("ContentVariables").properties()) {
            if (!one.getKey().matches("\\d{1,4}")) {
                throw TwilioRefusal.invalid("The Content Variables parameter is invalid");
            }
            variables.put(Integer.parseInt(one.getKey()), one.getValue());
        }
        return variables;
    }

    private String address(String field) {
        String written = fields.path(field).asText();
        if (!written.startsWith(CHANNEL)) {
            throw TwilioRefusal.invalid("The '" + field + "' address does not begin with " + CHANNEL);
        }
        return written.substring(CHANNEL.length());
    }
}
