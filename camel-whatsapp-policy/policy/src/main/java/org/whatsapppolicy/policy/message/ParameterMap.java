package org.whatsapppolicy.policy.message;

import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Template parameters from a map of single values. */
final class ParameterMap {

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private ParameterMap() {}

    static List<TemplateParameter> read(Map<String, ?> parameters) {
        long positional = parameters.keySet().stream()
                .filter(k -> DIGITS.matcher(k).matches())
                .count();
        if (positional > 0 && positional < parameters.size()) {
            throw new InvalidMessageException(
                    "parameters",
                    "expected all by position (1, 2, ...) or all by name, found " + positional + " of "
                            + parameters.size() + " by position");
        }
        return positional > 0 ? positional(parameters) : named(parameters);
    }

    private static List<TemplateParameter> positional(Map<String, ?> parameters) {
        List<TemplateParameter> list = new ArrayList<>();
        for (int i = 1; i <= parameters.size(); i++) {
            String key = Integer.toString(i);
            if (!parameters.containsKey(key)) {
                throw new InvalidMessageException(
                        "parameters." + i,
                        "required, found nothing among " + parameters.size()
                                + " by position: they count from 1 without gaps");
            }
            list.add(TemplateParameter.text(text(key, parameters.get(key))));
        }
        return list;
    }

    private static List<TemplateParameter> named(Map<String, ?> parameters) {
        List<TemplateParameter> list = new ArrayList<>();
        parameters.forEach((name, value) -> list.add(TemplateParameter.text(name, text(name, value))));
        return list;
    }

    private static String text(String name, @Nullable Object value) {
        String path = "parameters." + JsonValues.plain(name);
        String text = text(value, path);
        if (text.isBlank()) {
            throw new InvalidMessageException(path, "expected a text, found an empty one");
        }
        return text;
    }

    private static String text(@Nullable Object value, String path) {
        if (value == null) {
            throw new InvalidMessageException(path, "required, found nothing");
        }
        if (value instanceof Number number) {
            // Neither 1.0E10 nor a grouping point: what is written here, a person reads.
            return new BigDecimal(JsonValues.number(path, number).toString()).toPlainString();
        }
        if (value instanceof CharSequence
                || value instanceof Character
                || value instanceof Boolean
                || value instanceof Enum<?>
                || value instanceof UUID
                || value instanceof TemporalAccessor) {
            return value.toString();
        }
        throw new InvalidMessageException(
                path,
                "expected a single value, found " + JsonValues.describe(value) + ": write it as text in the route");
    }
}
