package org.whatsapppolicy.simulator.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.graph.Call;

/** A link by which people sign up for marketing messages. */
record Signup(String id, Content content) {

    /** What a signup says. */
    record Content(Map<String, String> texts) {

        private static final Map<String, Integer> LONGEST = Map.of(
                "signup_message", 1024,
                "confirmation_message", 1024,
                "privacy_policy_url", 2048,
                "website_url", 2048,
                "promo_code", 64,
                "display_name", 512);

        /** Reads it from a call; what the call leaves out stays as it was. */
        static Content of(Call call, Map<String, String> before) {
            Map<String, String> texts = new TreeMap<>(before);
            for (Entry<String, Integer> field : LONGEST.entrySet()) {
                String text = call.text(field.getKey());
                if (text != null && (text.isBlank() || text.length() > field.getValue())) {
                    throw bad(field.getKey());
                }
                if (text != null && field.getKey().endsWith("_url") && !text.startsWith("https://")) {
                    throw bad(field.getKey());
                }
                if (text != null) {
                    texts.put(field.getKey(), text);
                }
            }
            return new Content(Map.copyOf(texts));
        }

        static void termsAccepted(Call call) {
            JsonNode policy = call.parameters().path("policy");
            if (!policy.path("accepted").asBoolean()) {
                throw new Refused(GraphErrors.of(2494176));
            }
        }

        static Refused bad(String field) {
            return GraphErrors.refuse(2494166, "The field " + field + " is missing or not as it has to be.");
        }
    }
}
