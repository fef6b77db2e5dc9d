package org.whatsapppolicy.simulator.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request as it came in, before anything was decided about it. Values are as the client wrote them, not normalised;
 * what the client left out, or wrote with another JSON type, is null. The token itself is never kept.
 *
 * @param at when the whole request had been read, by the simulator's clock
 * @param target the id in the path: a phone number id or an account id
 * @param recipient {@code to}, or {@code recipient} where only that was given
 * @param authorized whether a bearer token was on the request, whatever its worth
 * @param body the JSON text, empty where bodies are not kept
 */
public record Asked(
        Instant at,
        String method,
        String version,
        String target,
        Operation operation,
        @Nullable String recipient,
        @Nullable String type,
        @Nullable String template,
        @Nullable String templateLanguage,
        @Nullable String callbackData,
        boolean authorized,
        String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body as a tree; a missing node when it is empty, not kept, or no JSON. Parsed on every call. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    Asked withoutBody() {
        return new Asked(
                at,
                method,
                version,
                target,
                operation,
                recipient,
                type,
                template,
                templateLanguage,
                callbackData,
                authorized,
                "");
    }

    /** Leaves out the body and the recipient, which tests print by accident. */
    @Override
    public String toString() {
        return method + " /" + version + "/" + target + " " + operation + " type=" + type + " template=" + template;
    }
}
