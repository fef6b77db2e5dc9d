package org.whatsapppolicy.simulator.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.graph.Call;

/** The profile people see behind a number. */
final class BusinessProfile {

    static final List<String> FIELDS =
            List.of("about", "address", "description", "email", "profile_picture_url", "websites", "vertical");

    private static final Map<String, Integer> LONGEST =
            Map.of("about", 139, "address", 256, "description", 512, "email", 128);
    private static final int MOST_WEBSITES = 2;
    private static final int LONGEST_WEBSITE = 256;
    private static final Set<String> VERTICALS = Set.of(
            "UNDEFINED",
            "OTHER",
            "AUTO",
            "BEAUTY",
            "APPAREL",
            "EDU",
            "ENTERTAIN",
            "EVENT_PLAN",
            "FINANCE",
            "GROCERY",
            "GOVT",
            "HOTEL",
            "HEALTH",
            "NONPROFIT",
            "PROF_SERVICES",
            "RETAIL",
            "TRAVEL",
            "RESTAURANT",
            "NOT_A_BIZ");

    private final ObjectNode values = JsonNodeFactory.instance.objectNode();

    /** Takes over what the call names; all of it or nothing. */
    synchronized void change(Call call) {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        LONGEST.forEach((field, longest) -> {
            String text = call.text(field);
            if (text != null) {
                if (text.length() > longest) {
                    throw GraphErrors.badParameter(
                            "Param " + field + " must be at most " + longest + " characters long.");
                }
                changes.put(field, text);
            }
        });
        String vertical = call.text("vertical");
        if (vertical != null) {
            if (!VERTICALS.contains(vertical)) {
                throw GraphErrors.badParameter("Param vertical is none of the known industries.");
            }
            changes.put("vertical", vertical);
        }
        JsonNode websites = call.parameters().path("websites");
        if (!websites.isMissingNode()) {
            checkWebsites(websites);
            changes.set("websites", websites);
        }
        values.setAll(changes);
    }

    private static void checkWebsites(JsonNode websites) {
        if (!websites.isArray() || websites.size() > MOST_WEBSITES) {
            throw GraphErrors.badParameter("Param websites must be a list of at most 2 addresses.");
        }
        for (JsonNode website : websites) {
            if (!website.asText().matches("https?://.+") || website.asText().length() > LONGEST_WEBSITE) {
                throw GraphErrors.badParameter("Param websites must hold addresses of at most 256 characters.");
            }
        }
    }

    synchronized ObjectNode read(List<String> fields) {
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        for (String field : fields) {
            if (!FIELDS.contains(field) && !field.equals("messaging_product")) {
                throw GraphErrors.badParameter("Tried accessing nonexisting field (" + field + ")");
            }
            if (values.has(field)) {
                profile.set(field, values.get(field).deepCopy());
            }
        }
        return profile.put("messaging_product", "whatsapp");
    }
}
