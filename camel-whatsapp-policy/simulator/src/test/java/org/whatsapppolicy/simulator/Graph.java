package org.whatsapppolicy.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client of the endpoints around messages: management, media, accounts. */
final class Graph {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "----a-boundary";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Simulator simulator;
    private final String token;

    /** An answer: status, bytes, and the bytes as JSON. */
    record Answer(int status, String contentType, String text) {

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError(text, e);
            }
        }

        JsonNode error() {
            return json().path("error");
        }

        int code() {
            return error().path("code").asInt(-1);
        }

        int subcode() {
            return error().path("error_subcode").asInt();
        }

        String details() {
            return error().path("error_data").path("details").asText();
        }

        boolean success() {
            return status == 200 && json().path("success").asBoolean();
        }
    }

    Graph(Simulator simulator) {
        this(simulator, Client.TOKEN);
    }

    private Graph(Simulator simulator, String token) {
        this.simulator = simulator;
        this.token = token;
    }

    Graph withToken(String other) {
        return new Graph(simulator, other);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return exchange("GET", path, "", new byte[0]);
    }

    Answer post(String path, String json) throws IOException, InterruptedException {
        return exchange(
                "POST", path, "application/json", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    Answer form(String path, String form) throws IOException, InterruptedException {
        return exchange("POST", path, "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return exchange("DELETE", path, "", new byte[0]);
    }

    Answer delete(String path, String json) throws IOException, InterruptedException {
        return exchange(
                "DELETE", path, "application/json", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** Uploads a file as multipart form with {@code messaging_product} and, unless it is empty, {@code type}. */
    Answer upload(String path, String type, String partType, byte[] content) throws IOException, InterruptedException {
        String head = part("messaging_product") + "whatsapp\r\n" + (type.isEmpty() ? "" : part("type") + type + "\r\n")
                + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a file\"\r\n"
                + "Content-Type: " + partType + "\r\n\r\n";
        byte[] before = head.getBytes(StandardCharsets.UTF_8);
        byte[] after = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[before.length + content.length + after.length];
        System.arraycopy(before, 0, body, 0, before.length);
        System.arraycopy(content, 0, body, before.length, content.length);
        System.arraycopy(after, 0, body, before.length + content.length, after.length);
        return exchange("POST", path, "multipart/form-data; boundary=" + BOUNDARY, body);
    }

    private static String part(String name) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n";
    }

    private Answer exchange(String method, String path, String contentType, byte[] body)
            throws IOException, InterruptedException {
        String address = path.startsWith("http") ? path : simulator.baseUri() + "/v23.0/" + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofMinutes(1))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> response =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(response.statusCode(), type, response.body());
    }
}
