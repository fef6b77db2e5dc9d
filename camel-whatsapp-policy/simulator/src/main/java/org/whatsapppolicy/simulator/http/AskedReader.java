package org.whatsapppolicy.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Asked;
import org.whatsapppolicy.simulator.ledger.Operation;

/** Writes down a request as it came, whatever it is worth. */
final class AskedReader {

    private AskedReader() {}

    static Asked message(
            Instant at, GraphPath path, boolean authorized, JsonNode root, String body, boolean marketing) {
        JsonNode template = root.path("template");
        String to = text(root.path("to"));
        Operation operation = root.has("status") && !root.has("type")
                ? Operation.READ
                : marketing ? Operation.MARKETING_MESSAGE : Operation.MESSAGE;
        return new Asked(
                at,
                "POST",
                path.version(),
                path.id(),
                operation,
                to != null ? to : text(root.path("recipient")),
                text(root.path("type")),
                text(template.path("name")),
                text(template.path("language").path("code")),
                text(root.path("biz_opaque_callback_data")),
                authorized,
                body);
    }

    static Asked other(
            Instant at, String method, String version, String target, Operation operation, boolean authorized) {
        return new Asked(at, method, version, target, operation, null, null, null, null, null, authorized, "");
    }

    static Asked endpoint(Instant at, Route route, GraphPath path, boolean authorized, String body) {
        return new Asked(
                at,
                route.method(),
                path.version(),
                path.id(),
                route.operation(),
                null,
                null,
                null,
                null,
                null,
                authorized,
                body);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() || node.isNumber() ? node.asText() : null;
    }
}
