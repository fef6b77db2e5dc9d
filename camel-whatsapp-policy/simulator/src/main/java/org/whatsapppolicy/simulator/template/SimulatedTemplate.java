package org.whatsapppolicy.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A message template. Immutable; the {@code with...} methods return changed copies.
 *
 * @param name lower case letters, digits and underscores
 * @param language such as {@code en_US}; a send has to name it exactly
 * @param category MARKETING, UTILITY or AUTHENTICATION
 * @param status APPROVED, PENDING, REJECTED, PAUSED, DISABLED, ...; only APPROVED can be sent
 * @param components as the Graph API writes them at creation and in lists
 * @param quality GREEN, YELLOW, RED or UNKNOWN
 */
public record SimulatedTemplate(
        String name, String language, String category, String status, ArrayNode components, String quality) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Checks the name and copies the components. */
    public SimulatedTemplate {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a template name is made of a-z, 0-9 and _, found: " + name);
        }
        components = components.deepCopy();
    }

    /** A copy: changing it changes nothing here. */
    @Override
    public ArrayNode components() {
        return components.deepCopy();
    }

    /** An approved template with a short body and no variables. */
    public static SimulatedTemplate of(String name, String language, String category) {
        return new SimulatedTemplate(name, language, category, "APPROVED", NODES.arrayNode(), "UNKNOWN")
                .withBody("A template message.");
    }

    /** An approved authentication template with a button that copies the code. */
    public static SimulatedTemplate authentication(String name, String language) {
        ArrayNode components = NODES.arrayNode();
        components.addObject().put("type", "BODY").put("add_security_recommendation", true);
        components
                .addObject()
                .put("type", "BUTTONS")
                .putArray("buttons")
                .addObject()
                .put("type", "OTP")
                .put("otp_type", "COPY_CODE")
                .put("text", "Copy code");
        return of(name, language, "AUTHENTICATION").withComponents(components);
    }

    /** The text of the body, with the variables still in it; empty without one. */
    public String body() {
        return TemplateShape.of(components).body().written();
    }

    /** The labels of the quick-reply buttons, in order. */
    public List<String> quickReplies() {
        return TemplateShape.of(components).buttons().stream()
                .filter(button -> button.type().equals("QUICK_REPLY"))
                .map(TemplateButton::label)
                .toList();
    }

    /** In another status. */
    public SimulatedTemplate withStatus(String other) {
        return new SimulatedTemplate(name, language, category, other, components, quality);
    }

    /** In another category. */
    public SimulatedTemplate withCategory(String other) {
        return new SimulatedTemplate(name, language, other, status, components, quality);
    }

    /** With another quality score. */
    public SimulatedTemplate withQuality(String other) {
        return new SimulatedTemplate(name, language, category, status, components, other);
    }

    /** Made of these components and no others, written as for {@code POST /{account}/message_templates}. */
    public SimulatedTemplate withComponents(JsonNode other) {
        if (!(other instanceof ArrayNode array)) {
            throw new IllegalArgumentException("components are an array, found: " + other.getNodeType());
        }
        return new SimulatedTemplate(name, language, category, status, array, quality);
    }

    /** With this body; its variables, {@code {{1}}} or {@code {{name}}}, are what a send has to fill in. */
    public SimulatedTemplate withBody(String text) {
        return with("BODY", body -> body.put("text", text));
    }

    /** With a body that has that many positional variables. */
    public SimulatedTemplate withVariables(int count) {
        StringBuilder text = new StringBuilder("A template message");
        for (int i = 1; i <= count; i++) {
            text.append(", {{").append(i).append("}}");
        }
        return withBody(text.append('.').toString());
    }

    /** With a text header, which may hold one variable. */
    public SimulatedTemplate withHeader(String text) {
        return with("HEADER", header -> header.put("format", "TEXT").put("text", text));
    }

    /** With a header of that format: IMAGE, VIDEO, DOCUMENT or LOCATION. */
    public SimulatedTemplate withMediaHeader(String format) {
        return with("HEADER", header -> {
            header.remove("text");
            header.put("format", format);
        });
    }

    /** With a footer. */
    public SimulatedTemplate withFooter(String text) {
        return with("FOOTER", footer -> footer.put("text", text));
    }

    /** With these quick-reply buttons, behind those it has. */
    public SimulatedTemplate withQuickReplies(String... labels) {
        return with("BUTTONS", component -> {
            for (String label : labels) {
                component
                        .withArrayProperty("buttons")
                        .addObject()
                        .put("type", "QUICK_REPLY")
                        .put("text", label);
            }
        });
    }

    /** With a button that opens an address, behind those it has; the address may end in <code>{{1}}</code>. */
    public SimulatedTemplate withUrlButton(String label, String url) {
        return with("BUTTONS", component -> {
            component
                    .withArrayProperty("buttons")
                    .addObject()
                    .put("type", "URL")
                    .put("text", label)
                    .put("url", url);
        });
    }

    /** Changes the component of that type, in the order in which the platform lists them, or adds it. */
    private SimulatedTemplate with(String type, Consumer<ObjectNode> change) {
        ArrayNode changed = components.deepCopy();
        for (JsonNode component : changed) {
            if (component instanceof ObjectNode object
                    && object.path("type").asText().equalsIgnoreCase(type)) {
                change.accept(object);
                return withComponents(changed);
            }
        }
        ObjectNode added = NODES.objectNode().put("type", type);
        change.accept(added);
        if (type.equals("HEADER")) {
            changed.insert(0, added);
        } else {
            changed.add(added);
        }
        return withComponents(changed);
    }
}
