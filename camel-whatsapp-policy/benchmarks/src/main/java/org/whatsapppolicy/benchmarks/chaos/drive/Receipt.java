package org.whatsapppolicy.benchmarks.chaos.drive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.benchmarks.chaos.wire.HttpMessage;

/**
 * A webhook that was answered, and whose answer the platform got.
 *
 * @param delivery what was posted
 * @param answer what a node said
 */
public record Receipt(HttpMessage delivery, HttpMessage answer) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TIMESTAMP = Pattern.compile("\"timestamp\":\"(\\d+)\"");

    /** The time that the delivery tells of a message that a person wrote, or null when it does not tell of that message. */
    public @Nullable Instant writtenAt(String wamid) {
        String text = delivery.text();
        int at = text.indexOf(quoted(wamid));
        Matcher matcher = TIMESTAMP.matcher(text);
        return at >= 0 && matcher.find(at) ? Instant.ofEpochSecond(Long.parseLong(matcher.group(1))) : null;
    }

    /** What people wrote that it tells of, by the platform's ids: when they wrote it. */
    public Map<String, Instant> written() {
        Map<String, Instant> written = new HashMap<>();
        if (delivery.text().contains("\"messages\"")) {
            for (JsonNode entry : json().path("entry")) {
                for (JsonNode change : entry.path("changes")) {
                    change.path("value")
                            .path("messages")
                            .forEach(one -> written.put(
                                    one.path("id").asText(),
                                    Instant.ofEpochSecond(one.path("timestamp").asLong())));
                }
            }
        }
        return written;
    }

    private static String quoted(String wamid) {
        // In JSON as the platform writes it.
        return '"' + wamid.replace("/", "\\/") + '"';
    }

    /** Whether it is the 200 to a delivery of that message. */
    public boolean acknowledges(String wamid) {
        return answer.status() == 200 && delivery.text().contains(quoted(wamid));
    }

    /** The statuses that it tells of messages of ours, when it was taken. */
    public List<Told> statuses() {
        List<Told> told = new ArrayList<>();
        if (answer.status() == 200 && delivery.text().contains("\"statuses\"")) {
            for (JsonNode entry : json().path("entry")) {
                for (JsonNode change : entry.path("changes")) {
                    change.path("value").path("statuses").forEach(one -> told.add(told(one)));
                }
            }
        }
        return told;
    }

    private static Told told(JsonNode one) {
        return new Told(
                Letter.message(one.path("biz_opaque_callback_data").asText()),
                one.path("status").asText(),
                one.path("errors").path(0).path("code").asInt());
    }

    private JsonNode json() {
        try {
            return JSON.readTree(delivery.text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("found a webhook that is no JSON", e);
        }
    }
}
