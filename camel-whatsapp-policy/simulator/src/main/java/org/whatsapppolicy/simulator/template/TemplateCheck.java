package org.whatsapppolicy.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphErrors;

/** Whether a send fills in a template as it has to be. */
public final class TemplateCheck {

    private static final int LONGEST_BODY = 1024;
    private static final int LONGEST_HEADER = 60;

    private TemplateCheck() {}

    /** The template a send names, in a state in which it can be sent. */
    public static StoredTemplate sendable(Templates templates, String name, String language) {
        StoredTemplate stored = templates.find(name, language);
        String status = stored == null ? "MISSING" : stored.template().status();
        if (stored == null || !status.matches("APPROVED|PAUSED|DISABLED")) {
            throw GraphErrors.refuse(132001, "template name (" + name + ") does not exist in " + language);
        }
        if (status.equals("PAUSED")) {
            throw GraphErrors.refuse(132015, "The template is paused because of its low quality and cannot be sent.");
        }
        if (status.equals("DISABLED")) {
            throw GraphErrors.refuse(132016, "The template was paused too often and is disabled for good.");
        }
        return stored;
    }

    /** Checks the {@code components} of a send, which may be missing altogether. */
    public static void components(StoredTemplate stored, JsonNode components) {
        if (!components.isMissingNode() && !components.isNull() && !components.isArray()) {
            throw GraphErrors.invalid("template.components");
        }
        JsonNode header = null;
        JsonNode body = null;
        for (JsonNode component : components) {
            String type = component.path("type").asText("").toLowerCase(Locale.ROOT);
            switch (type) {
                case "header" -> header = component.path("parameters");
                case "body" -> body = component.path("parameters");
                case "button" -> ButtonCheck.button(component);
                case "limited_time_offer", "carousel" -> {
                    // Only their presence is modelled.
                }
                case "" -> throw GraphErrors.missing("template.components.type");
                default -> throw GraphErrors.invalid("template.components.type");
            }
        }
        header(stored, header);
        texts("body", stored.template().body(), stored.bodyVariables(), stored.named(), body, LONGEST_BODY);
    }

    private static void header(StoredTemplate stored, @Nullable JsonNode parameters) {
        String format = stored.template().headerFormat();
        if (format == null || format.equals("TEXT")) {
            String text = stored.template().header();
            texts("header", text, stored.headerVariables(), false, parameters, LONGEST_HEADER);
            return;
        }
        int count = parameters == null ? 0 : parameters.size();
        String received =
                parameters == null ? "" : parameters.path(0).path("type").asText("");
        if (count != 1 || !received.equalsIgnoreCase(format)) {
            String found = received.isEmpty() ? "UNKNOWN" : received.toUpperCase(Locale.ROOT);
            throw GraphErrors.refuse(132012, "header: Format mismatch, expected " + format + ", received " + found);
        }
    }

    private static void texts(
            String where,
            String text,
            List<String> variables,
            boolean named,
            @Nullable JsonNode parameters,
            int longest) {
        int found = parameters == null ? 0 : parameters.size();
        if (found != variables.size()) {
            throw GraphErrors.refuse(
                    132000,
                    where + ": number of localizable_params (" + found
                            + ") does not match the expected number of params (" + variables.size() + ")");
        }
        if (parameters == null || found == 0) {
            return;
        }
        // What the variables themselves take up in the text is small change; the platform's own count is not
        // documented.
        int length = text.length();
        for (JsonNode parameter : parameters) {
            if (named && !variables.contains(parameter.path("parameter_name").asText(""))) {
                throw GraphErrors.refuse(132000, where + ": parameter_name is missing or not one of the template's");
            }
            length += ParameterCheck.text(where, parameter).length();
        }
        if (length > longest) {
            throw GraphErrors.refuse(132005, where + ": Translated text is too long.");
        }
    }
}
