package org.whatsapppolicy.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import org.whatsapppolicy.simulator.fault.Fault;
import org.whatsapppolicy.simulator.fault.FaultByName;
import org.whatsapppolicy.simulator.people.Chat;
import org.whatsapppolicy.simulator.people.Person;

/** Scripting over HTTP, off the Graph paths: {@code /simulator/ledger|faults|clock|people/{number}/write}. */
final class ControlRoutes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OK = "{\"ok\":true}";

    private final Platform platform;

    ControlRoutes(Platform platform) {
        this.platform = platform;
    }

    void handle(HttpServerRequest request, String written, Buffer body) {
        try {
            String[] path = written.split("/", -1);
            JsonNode asked = body.length() == 0
                    ? JsonNodeFactory.instance.objectNode()
                    : JSON.readTree(body.toString(StandardCharsets.UTF_8));
            route(request, request.method() + " " + path[2], path, asked);
        } catch (JsonProcessingException e) {
            refuse(request, 400, "the body is no JSON");
        } catch (IllegalArgumentException | UnsupportedOperationException | DateTimeException e) {
            refuse(request, 400, String.valueOf(e.getMessage()));
        }
    }

    private void route(HttpServerRequest request, String what, String[] path, JsonNode asked) {
        switch (what) {
            case "GET ledger" -> ledger(request);
            case "DELETE ledger" -> {
                platform.ledger().clear();
                Answers.json(request, 200, OK);
            }
            case "POST faults" -> {
                addFault(asked);
                Answers.json(request, 200, OK);
            }
            case "DELETE faults" -> {
                platform.faults().clear();
                Answers.json(request, 200, OK);
            }
            case "GET clock" -> clock(request);
            case "POST clock" -> {
                platform.clock().advance(Duration.parse(asked.path("advance").asText("")));
                clock(request);
            }
            case "POST people" -> people(request, path, asked);
            default -> refuse(request, 404, "no such control path");
        }
    }

    private void ledger(HttpServerRequest request) {
        StringBuilder lines = new StringBuilder();
        platform.ledger().exportTo(lines);
        Answers.send(request, 200, "application/x-ndjson", lines.toString());
    }

    private void clock(HttpServerRequest request) {
        String now = platform.clock().now().toString();
        Answers.json(
                request,
                200,
                JsonNodeFactory.instance.objectNode().put("now", now).toString());
    }

    private void addFault(JsonNode asked) {
        String name = asked.path("fault").asText("");
        Fault fault = FaultByName.find(name).orElseThrow(() -> new IllegalArgumentException("no such fault: " + name));
        int times = asked.path("times").asInt(1);
        if (asked.hasNonNull("recipient")) {
            platform.faults().forRecipient(asked.path("recipient").asText(), times, fault);
        } else {
            platform.faults().next(times, fault);
        }
    }

    private void people(HttpServerRequest request, String[] path, JsonNode asked) {
        if (path.length != 5 || !path[4].equals("write")) {
            refuse(request, 404, "no such control path");
            return;
        }
        Person person =
                platform.people().person(URLDecoder.decode(path[3].replace("+", "%2B"), StandardCharsets.UTF_8));
        Chat chat =
                asked.hasNonNull("number") ? person.chat(asked.path("number").asText()) : person.chat();
        String id = chat.writes(asked.path("text").asText(""));
        Answers.json(
                request,
                200,
                JsonNodeFactory.instance.objectNode().put("id", id).toString());
    }

    private static void refuse(HttpServerRequest request, int status, String why) {
        Answers.json(
                request,
                status,
                JsonNodeFactory.instance.objectNode().put("error", why).toString());
    }
}
