package org.whatsapppolicy.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.template.rule.ComponentRules;

/**
 * A template as its owner writes it.
 *
 * @param format {@code POSITIONAL} or {@code NAMED}
 * @param ttlSeconds how long a message may be under way, null for the usual time
 */
record Draft(
        String category,
        ArrayNode components,
        String format,
        @Nullable Long ttlSeconds) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2,3})?");
    private static final Set<String> CATEGORIES = Set.of("MARKETING", "UTILITY", "AUTHENTICATION");

    static String name(Call call) {
        String name = call.required("name");
        if (!NAME.matcher(name).matches()) {
            throw GraphErrors.badParameter("Param name must be 1 to 512 lower-case letters, digits and underscores.");
        }
        return name;
    }

    static String language(String language) {
        if (!LANGUAGE.matcher(language).matches()) {
            throw GraphErrors.badParameter("Param language must be a code such as en or en_US.");
        }
        return language;
    }

    /**
     * Reads and checks what a call says of a template.
     *
     * @throws Refused for the first mistake
     */
    static Draft of(Call call, String category, String usualFormat) {
        String format = call.text("parameter_format");
        format = format == null ? usualFormat : format.toUpperCase(Locale.ROOT);
        if (!format.matches("POSITIONAL|NAMED")) {
            throw GraphErrors.badParameter("Param parameter_format must be one of {POSITIONAL, NAMED}.");
        }
        JsonNode components = call.parameters().path("components");
        ComponentRules.check(components, category, format.equals("NAMED"));
        return new Draft(category, (ArrayNode) components, format, ttl(call, category));
    }

    static String category(Call call) {
        String category = call.required("category").toUpperCase(Locale.ROOT);
        if (!CATEGORIES.contains(category)) {
            throw GraphErrors.badParameter("Param category must be one of {AUTHENTICATION, MARKETING, UTILITY}.");
        }
        return category;
    }

    private static @Nullable Long ttl(Call call, String category) {
        String written = call.text("message_send_ttl_seconds");
        if (written == null) {
            return null;
        }
        long seconds = written.matches("-?\\d{1,9}") ? Long.parseLong(written) : 0;
        boolean fits =
                switch (category) {
                    case "AUTHENTICATION" -> seconds == -1 || (seconds >= 30 && seconds <= 900);
                    case "UTILITY" -> seconds == -1 || (seconds >= 30 && seconds <= 43_200);
                    default -> seconds >= 43_200 && seconds <= 2_592_000;
                };
        if (!fits) {
            throw GraphErrors.badParameter(
                    "Param message_send_ttl_seconds is out of range for category " + category + ": " + written + ".");
        }
        return seconds;
    }
}
