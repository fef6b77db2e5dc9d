package org.whatsapppolicy.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.whatsapppolicy.simulator.error.GraphErrors;

/** One value for one variable. */
final class ParameterCheck {

    private ParameterCheck() {}

    /** The text a parameter puts in place of the variable; currency and date show their fallback. */
    static String text(String where, JsonNode parameter) {
        String type = parameter.path("type").asText("").toLowerCase(Locale.ROOT);
        JsonNode value =
                switch (type) {
                    case "text" -> parameter.path("text");
                    case "currency", "date_time" -> parameter.path(type).path("fallback_value");
                    case "" -> throw GraphErrors.missing(where + ".parameters.type");
                    default ->
                        throw GraphErrors.refuse(
                                132012,
                                where + ": Format mismatch, expected TEXT, received " + type.toUpperCase(Locale.ROOT));
                };
        if (value.isMissingNode() || value.isNull()) {
            throw GraphErrors.missing(where + ".parameters." + type);
        }
        if (!value.isTextual()) {
            throw GraphErrors.refuse(132012, where + ": Format mismatch, expected TEXT, received UNKNOWN");
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
}
