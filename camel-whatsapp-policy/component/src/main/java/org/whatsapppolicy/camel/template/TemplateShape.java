package org.whatsapppolicy.camel.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.document.Category;

/**
 * Reads a template from the shape of Graph's {@code message_templates}, or from the short form of a declaring file:
 * {@code {name, language, category, status, header: [1], body: [1, 2]}}.
 */
final class TemplateShape {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_]+)\\s*}}");

    private TemplateShape() {}

    /** @throws IllegalArgumentException naming what is missing */
    static Template read(String account, Map<?, ?> entry) {
        String name = required(entry, "name");
        boolean graph = entry.get("components") instanceof List<?>;
        return new Template(
                account,
                name,
                required(entry, "language"),
                status(entry.get("status")),
                category(name, required(entry, "category")),
                graph ? header(component(entry, "HEADER")) : names(entry.get("header")),
                graph ? variables(component(entry, "BODY")) : names(entry.get("body")));
    }

    private static String required(Map<?, ?> entry, String field) {
        Object value = entry.get(field);
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException(
                    "a template without " + field + (field.equals("name") ? "" : ": " + entry.get("name"))
                            + "; expected name, language and category");
        }
        return value.toString();
    }

    /** A declared template without a status is meant to be usable. */
    static Template.Status status(@Nullable Object word) {
        if (word == null) {
            return Template.Status.APPROVED;
        }
        String constant = word.toString().toUpperCase(Locale.ROOT);
        for (Template.Status status : Template.Status.values()) {
            if (status.name().equals(constant)) {
                return status;
            }
        }
        return Template.Status.UNKNOWN;
    }

    private static Category category(String template, String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "MARKETING" -> Category.MARKETING;
            case "UTILITY" -> Category.UTILITY;
            case "AUTHENTICATION" -> Category.AUTHENTICATION;
            default ->
                throw new IllegalArgumentException("template " + template + ": found category " + word
                        + ", expected marketing, utility or authentication");
        };
    }

    private static @Nullable Map<?, ?> component(Map<?, ?> entry, String type) {
        for (Object component : (List<?>) Objects.requireNonNull(entry.get("components"))) {
            if (component instanceof Map<?, ?> map && type.equalsIgnoreCase(String.valueOf(map.get("type")))) {
                return map;
            }
        }
        return null;
    }

    private static List<String> header(@Nullable Map<?, ?> header) {
        if (header == null) {
            return List.of();
        }
        Object format = header.get("format");
        if (format == null || "TEXT".equalsIgnoreCase(format.toString())) {
            return variables(header);
        }
        return List.of(format.toString().toLowerCase(Locale.ROOT));
    }

    private static List<String> variables(@Nullable Map<?, ?> component) {
        Set<String> names = new LinkedHashSet<>();
        if (component != null && component.get("text") instanceof String text) {
            Matcher matcher = VARIABLE.matcher(text);
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        return List.copyOf(names);
    }

    private static List<String> names(@Nullable Object list) {
        List<String> names = new ArrayList<>();
        if (list instanceof List<?> elements) {
            elements.forEach(name -> names.add(String.valueOf(name)));
        }
        return names;
    }
}
