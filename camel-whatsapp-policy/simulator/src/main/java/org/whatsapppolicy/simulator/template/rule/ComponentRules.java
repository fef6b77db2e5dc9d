package org.whatsapppolicy.simulator.template.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;

/** The components of a template as they are handed in. A new kind of component is one more case here. */
public final class ComponentRules {

    private static final int BODY = 1024;
    private static final int BODY_ALONE = 32_768;
    private static final int BODY_WITH_OFFER = 600;
    private static final int CODE = 20;
    private static final int CODE_WITH_OFFER = 15;

    private ComponentRules() {}

    /**
     * Checks all of them.
     *
     * @param named whether variables have names
     * @throws Refused with the documented code for the first mistake
     */
    public static void check(JsonNode components, String category, boolean named) {
        if (!components.isArray() || components.isEmpty()) {
            throw GraphErrors.badParameter("Param components must be a list of components.");
        }
        Map<String, JsonNode> byType = byType(components);
        if (category.equals("AUTHENTICATION")) {
            AuthenticationRule.check(components);
            return;
        }
        boolean offer = byType.containsKey("LIMITED_TIME_OFFER");
        if (offer && byType.containsKey("FOOTER")) {
            throw GraphErrors.badParameter("A template with a limited-time offer cannot have a footer.");
        }
        if (!byType.containsKey("BODY")) {
            throw GraphErrors.refuse(2388072, "A template needs a body.");
        }
        int longestBody = offer ? BODY_WITH_OFFER : byType.size() == 1 ? BODY_ALONE : BODY;
        byType.forEach((type, component) -> {
            switch (type) {
                case "HEADER" -> HeaderRule.check(component, named);
                case "BODY" -> BodyRule.check(component, named, longestBody);
                case "FOOTER" -> FooterRule.check(component);
                case "BUTTONS" -> ButtonsRule.check(component, offer ? CODE_WITH_OFFER : CODE);
                case "CAROUSEL" -> CarouselRule.check(component, named);
                case "LIMITED_TIME_OFFER" -> OfferRule.check(component, category);
                default -> throw GraphErrors.badParameter("A component's type is none of those known: " + type + ".");
            }
        });
    }

    private static Map<String, JsonNode> byType(JsonNode components) {
        Map<String, JsonNode> byType = new LinkedHashMap<>();
        for (JsonNode component : components) {
            String type = component.path("type").asText("").toUpperCase(Locale.ROOT);
            if (byType.put(type, component) != null) {
                throw GraphErrors.badParameter("There can be one component of type " + type + " only.");
            }
        }
        return byType;
    }
}
