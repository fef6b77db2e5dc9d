package org.whatsapppolicy.policy.message;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What fills one variable in the body of a template. All of a body are positional or all are named. */
public sealed interface TemplateParameter {

    /** Name of the variable, or null for a positional one. */
    @Nullable
    String name();

    /** The parameter in Cloud API shape. */
    Map<String, Object> cloudApi();

    /** The next positional text. */
    static TemplateParameter text(String text) {
        return new Text(null, text);
    }

    /** A text by name. */
    static TemplateParameter text(String name, String text) {
        return new Text(name, text);
    }

    /**
     * A text.
     *
     * @param name of the variable, or null
     * @param text not empty
     */
    record Text(@Nullable String name, String text) implements TemplateParameter {
        @Override
        public Map<String, Object> cloudApi() {
            return parameter(name, "text", text);
        }

        @Override
        public String toString() {
            return "Text[" + name + "]";
        }
    }

    /**
     * An amount of money; the platform shows only the fallback.
     *
     * @param name of the variable, or null
     * @param fallback as it is shown
     * @param code ISO 4217
     * @param amount1000 the amount times 1000
     */
    record Currency(@Nullable String name, String fallback, String code, long amount1000) implements TemplateParameter {
        @Override
        public Map<String, Object> cloudApi() {
            Map<String, Object> amount = Map.of("fallback_value", fallback, "code", code, "amount_1000", amount1000);
            return parameter(name, "currency", amount);
        }

        @Override
        public String toString() {
            return "Currency[" + name + "]";
        }
    }

    /**
     * A date or time; the platform shows only the fallback.
     *
     * @param name of the variable, or null
     * @param fallback as it is shown
     */
    record DateTime(@Nullable String name, String fallback) implements TemplateParameter {
        @Override
        public Map<String, Object> cloudApi() {
            return parameter(name, "date_time", Map.of("fallback_value", fallback));
        }

        @Override
        public String toString() {
            return "DateTime[" + name + "]";
        }
    }

    private static Map<String, Object> parameter(@Nullable String name, String type, Object value) {
        Map<String, Object> parameter = new LinkedHashMap<>(Map.of("type", type, type, value));
        if (name != null) {
            parameter.put("parameter_name", name);
        }
        return parameter;
    }
}
