package org.whatsapppolicy.camel.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.policy.message.MessageContent.TemplateUse;
import org.whatsapppolicy.policy.message.MessageReader;

/**
 * Makes a template message from parameters by name or position. The known template says which of them it needs and where, so
 * that a whole row of a CRM may be given; what is missing is left out, and the policy denies it by name.
 */
public final class TemplateFiller {

    private TemplateFiller() {}

    /**
     * Fills a template.
     *
     * @param known the template as it is known, or null: then all parameters go into the body
     * @param parameters by name, or by position from {@code 1}; the header's media goes by its type, as a link or as an
     *     object; an object with a {@code type} is taken as the platform's parameter
     */
    public static MessageContent fill(
            String name, String language, @Nullable Template known, Map<String, ?> parameters) {
        return fill(name, language, known, parameters, List.of());
    }

    /**
     * Fills a template that has quick-reply buttons.
     *
     * @param payloads what comes back when a button is tapped, in the order of the buttons; otherwise as {@code fill}
     */
    public static MessageContent fill(
            String name, String language, @Nullable Template known, Map<String, ?> parameters, List<String> payloads) {
        List<Map<String, Object>> components = new ArrayList<>();
        if (known == null) {
            List<Object> body = unknown(parameters);
            add(components, "body", body);
        } else {
            add(components, "header", named(known.header(), parameters, "header."));
            List<Object> body = named(known.body(), parameters, "");
            add(components, "body", body);
            if (known.category() == Category.AUTHENTICATION && !body.isEmpty()) {
                components.add(codeButton(body.get(0)));
            }
        }
        for (int i = 0; i < payloads.size(); i++) {
            components.add(replyButton(i, payloads.get(i)));
        }
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("name", name);
        template.put("language", Map.of("code", language));
        if (!components.isEmpty()) {
            template.put("components", components);
        }
        return MessageReader.cloudApi(Map.of("type", "template", "template", template));
    }

    /**
     * Fills a template as it was filled for an earlier message, when it may have been known otherwise or not at all.
     *
     * @return null when the earlier message was not made of the same
     */
    public static @Nullable MessageContent like(
            MessageContent earlier, Map<String, ?> parameters, List<String> payloads) {
        TemplateUse use = earlier.template();
        if (use == null) {
            return null;
        }
        Category category = hasCodeButton(earlier) ? Category.AUTHENTICATION : Category.UTILITY;
        Template then = new Template(
                "", use.name(), use.language(), Template.Status.UNKNOWN, category, use.header(), use.body());
        for (Template known : Arrays.asList(then, null)) {
            try {
                MessageContent filled = fill(use.name(), use.language(), known, parameters, payloads);
                if (Objects.equals(filled.body().get("template"), earlier.body().get("template"))) {
                    return filled;
                }
            } catch (IllegalArgumentException unfit) {
                // A row may have columns that no message can carry, so the earlier one did not either.
            }
        }
        return null;
    }

    private static boolean hasCodeButton(MessageContent content) {
        return content.body().get("template") instanceof Map<?, ?> template
                && template.get("components") instanceof List<?> components
                && components.stream().anyMatch(c -> c instanceof Map<?, ?> map && "url".equals(map.get("sub_type")));
    }

    private static void add(List<Map<String, Object>> components, String type, List<Object> parameters) {
        if (!parameters.isEmpty()) {
            components.add(Map.of("type", type, "parameters", parameters));
        }
    }

    private static List<Object> named(List<String> needed, Map<String, ?> given, String prefix) {
        List<Object> parameters = new ArrayList<>();
        for (String name : needed) {
            Object value = given.get(prefix + name);
            if (value == null && !prefix.isEmpty() && !positional(name)) {
                value = given.get(name);
            }
            if (value != null) {
                parameters.add(parameter(name, value));
            } else if (positional(name)) {
                // What follows a gap would move up and say something else.
                break;
            }
        }
        return parameters;
    }

    /** Where a row is the body and the route gives positions, the row's columns are not the template's. */
    private static List<Object> unknown(Map<String, ?> given) {
        Map<Integer, Object> byPosition = new TreeMap<>();
        given.forEach((name, value) -> {
            if (positional(name) && value != null) {
                byPosition.put(Integer.valueOf(name), value);
            }
        });
        List<Object> parameters = new ArrayList<>();
        if (byPosition.isEmpty()) {
            given.forEach((name, value) -> {
                if (value != null) {
                    parameters.add(parameter(name, value));
                }
            });
        } else {
            byPosition.forEach((position, value) -> parameters.add(parameter(position.toString(), value)));
        }
        return parameters;
    }

    private static Object parameter(String name, Object value) {
        if (value instanceof Map<?, ?> object && object.containsKey("type")) {
            return object;
        }
        if (media(name)) {
            Object media = value instanceof Map<?, ?> ? value : Map.of("link", Texts.read("parameter." + name, value));
            return Map.of("type", name, name, media);
        }
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("type", "text");
        if (!positional(name)) {
            parameter.put("parameter_name", name);
        }
        parameter.put("text", Texts.read("parameter." + name, value));
        return parameter;
    }

    /** The platform wants the code of an authentication template a second time, for its button. */
    private static Map<String, Object> codeButton(Object code) {
        Object text = code instanceof Map<?, ?> map ? map.get("text") : null;
        return Map.of(
                "type",
                "button",
                "sub_type",
                "url",
                "index",
                "0",
                "parameters",
                List.of(Map.of("type", "text", "text", text == null ? "" : text)));
    }

    private static Map<String, Object> replyButton(int index, String payload) {
        return Map.of(
                "type",
                "button",
                "sub_type",
                "quick_reply",
                "index",
                Integer.toString(index),
                "parameters",
                List.of(Map.of("type", "payload", "payload", payload)));
    }

    private static boolean media(String name) {
        return switch (name) {
            case "image", "video", "document", "location" -> true;
            default -> false;
        };
    }

    private static boolean positional(String name) {
        boolean digits = !name.isEmpty() && name.length() < 4;
        for (int i = 0; digits && i < name.length(); i++) {
            digits = name.charAt(i) >= '0' && name.charAt(i) <= '9';
        }
        return digits;
    }
}
