package org.whatsapppolicy.simulator.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.simulator.ledger.WebhookAttempt;

/**
 * One thing a webhook told about one person. A webhook may hold many.
 *
 * @param person a {@code wa_id} or user id, null when it is told by message id only
 * @param id the message it is about
 * @param what a status, or what the person did
 * @param inbound whether the person did it
 */
record Told(@Nullable String person, @Nullable String id, String what, boolean inbound) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Told> in(WebhookAttempt attempt) {
        List<Told> all = new ArrayList<>();
        try {
            for (JsonNode entry : JSON.readTree(attempt.body()).path("entry")) {
                for (JsonNode change : entry.path("changes")) {
                    JsonNode value = change.path("value");
                    JsonNode told = value.has("standby") ? value.path("standby") : value;
                    told.path("statuses").forEach(status -> all.add(status(status)));
                    told.path("messages").forEach(message -> all.add(message(message)));
                    told.path("user_preferences").forEach(preference -> all.add(preference(preference)));
                }
            }
        } catch (JsonProcessingException notKept) {
            return List.of();
        }
        return all;
    }

    /** Of how many of these messages a webhook told the status, which a failure's code may follow. */
    static long count(Simulator simulator, Set<String> wamids, String status) {
        Set<String> seen = new HashSet<>();
        for (WebhookAttempt attempt : simulator.ledger().webhooks()) {
            for (Told told : in(attempt)) {
                if (!told.inbound() && told.id() != null && wamids.contains(told.id()) && told.is(status)) {
                    seen.add(told.id());
                }
            }
        }
        return seen.size();
    }

    private boolean is(String status) {
        return what.equals(status) || what.startsWith(status + ",") || what.startsWith(status + " ");
    }

    private static Told status(JsonNode status) {
        StringBuilder what = new StringBuilder(status.path("status").asText());
        for (JsonNode error : status.path("errors")) {
            what.append(", ").append(error.path("code").asText());
            what.append(' ').append(error.path("title").asText());
        }
        return new Told(
                person(status, "recipient_id", "recipient_user_id"),
                Cast.text(status.path("id")),
                what.toString(),
                false);
    }

    private static Told message(JsonNode message) {
        String type = message.path("type").asText();
        return new Told(
                person(message, "from", "from_user_id"),
                Cast.text(message.path("id")),
                type + " " + content(type, message.path(type)),
                true);
    }

    private static String content(String type, JsonNode content) {
        return type.equals("text") ? "\"" + content.path("body").asText() + "\"" : content.toString();
    }

    private static Told preference(JsonNode preference) {
        return new Told(
                person(preference, "wa_id", "user_id"),
                null,
                preference.path("value").asText() + " "
                        + preference.path("category").asText(),
                true);
    }

    private static @Nullable String person(JsonNode node, String phone, String userId) {
        String waId = Cast.text(node.path(phone));
        return waId != null ? waId : Cast.text(node.path(userId));
    }
}
