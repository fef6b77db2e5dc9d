package org.whatsapppolicy.simulator.message.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.template.TextWithVariables;

/** The values for the variables of one text. */
final class TextParameters {

    private TextParameters() {}

    /** One value for each variable, in the order of the variables. */
    static List<String> of(String where, TextWithVariables text, boolean named, JsonNode parameters, int longest) {
        int wanted = text.variables().size();
        if (parameters.size() != wanted) {
            throw GraphErrors.refuse(
                    132000,
                    where + ": number of localizable_params (" + parameters.size()
                            + ") does not match the expected number of params (" + wanted + ")");
        }
        if (wanted == 0) {
            return List.of();
        }
        List<String> values = named ? byName(where, text, parameters) : inOrder(where, parameters);
        // What the placeholders themselves take up is small change; the platform's own count is not documented.
        int length = text.written().length();
        for (String value : values) {
            length += value.codePointCount(0, value.length());
        }
        if (length > longest) {
            throw GraphErrors.refuse(132005, where + ": Translated text is too long.");
        }
        return values;
    }

    private static List<String> inOrder(String where, JsonNode parameters) {
        List<String> values = new ArrayList<>(parameters.size());
        for (JsonNode parameter : parameters) {
            values.add(value(where, parameter));
        }
        return values;
    }

    private static List<String> byName(String where, TextWithVariables text, JsonNode parameters) {
        String[] values = new String[text.variables().size()];
        for (JsonNode parameter : parameters) {
            int place =
                    text.variables().indexOf(parameter.path("parameter_name").asText(""));
            if (place < 0 || values[place] != null) {
                throw GraphErrors.refuse(
                        132000, where + ": parameter_name is missing, given twice or not one of the template's");
            }
            values[place] = value(where, parameter);
        }
        return List.of(values);
    }

    /** The text a parameter puts in place of the variable; currency and date show their fallback. */
    static String value(String where, JsonNode parameter) {
        String type = parameter.path("type").asText("").toLowerCase(Locale.ROOT);
        JsonNode value =
                switch (type) {
                    case "text" -> parameter.path("text");
                    case "currency" -> currency(where, parameter.path("currency"));
                    case "date_time" -> parameter.path("date_time").path("fallback_value");
                    case "" -> throw GraphErrors.missing(where + ".parameters.type");
                    default -> throw mismatch(where, "TEXT", type.toUpperCase(Locale.ROOT));
                };
        if (value.isMissingNode() || value.isNull()) {
            throw GraphErrors.missing(where + ".parameters." + type);
        }
        if (!value.isTextual()) {
            throw mismatch(where, "TEXT", "UNKNOWN");
        }
        String text = value.textValue();
        if (text.isEmpty()) {
            throw GraphErrors.missing(where + ".parameters." + type);
        }
        if (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0 || text.contains("     ")) {
            throw GraphErrors.refuse(132007, where + ": no line breaks, tabs or more than four spaces in a row");
        }
        return text;
    }

    private static JsonNode currency(String where, JsonNode currency) {
        if (!currency.isMissingNode() && !currency.path("code").asText("").matches("[A-Z]{3}")) {
            throw GraphErrors.refuse(132008, where + ": currency.code is no currency");
        }
        if (!currency.isMissingNode()
                && !currency.path("amount_1000").asText("").matches("-?\\d+")) {
            throw GraphErrors.refuse(132008, where + ": currency.amount_1000 is no whole number");
        }
        return currency.path("fallback_value");
    }

    static Refused mismatch(String where, String expected, String received) {
        return GraphErrors.refuse(132012, where + ": Format mismatch, expected " + expected + ", received " + received);
    }
}
