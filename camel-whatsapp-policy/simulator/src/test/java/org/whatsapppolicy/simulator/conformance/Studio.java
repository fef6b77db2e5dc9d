package org.whatsapppolicy.simulator.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.simulator.SimulatorBuilder;
import org.whatsapppolicy.simulator.clock.SimulatorClock;

/** The business of the sample payloads: a simulator with its number, its templates and its receiver of webhooks. */
final class Studio implements AutoCloseable {

    static final String NUMBER = "274000000000001";
    static final String DISPLAY = "+442079460001";
    static final String ACCOUNT = "174000000000001";
    static final String TOKEN = "studio-token";
    static final String PERSON = "+447700900101";
    static final String USER_ID = "GB.48110000000000000001";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BlockingQueue<JsonNode> webhooks = new LinkedBlockingQueue<>();
    private final HttpServer receiver;
    private volatile String handshake = "";
    private final Simulator simulator;

    private Studio() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", this::receive);
        receiver.start();
        SimulatorBuilder builder = Simulator.builder()
                .number(NUMBER, DISPLAY, ACCOUNT)
                .token(TOKEN)
                .clock(SimulatorClock.virtual(Instant.ofEpochSecond(1_794_614_400L)))
                .webhook(
                        URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook"), "clay app secret");
        StudioTemplates.all().forEach(builder::template);
        simulator = builder.build().start();
        simulator.people().person(PERSON).named("Nia Mensah");
    }

    static Studio open() {
        try {
            return new Studio();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("GET")) {
                handshake = exchange.getRequestURI().getQuery();
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            exchange.sendResponseHeaders(200, -1);
            webhooks.add(JSON.readTree(body));
        }
    }

    /** The query of the last handshake; this receiver refuses all of them. */
    JsonNode handshake() {
        ObjectNode query = JSON.createObjectNode();
        for (String parameter : handshake.split("&", -1)) {
            String[] pair = parameter.split("=", 2);
            query.put(pair[0], pair[1]);
        }
        return query;
    }

    Simulator simulator() {
        return simulator;
    }

    /** The next webhook as it arrived. */
    JsonNode webhook() throws InterruptedException {
        JsonNode next = webhooks.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no webhook came");
        }
        return next;
    }

    static String text(String body) {
        return "{\"messaging_product\":\"whatsapp\",\"to\":\"" + PERSON + "\",\"type\":\"text\",\"text\":{\"body\":\""
                + body + "\"}}";
    }

    static String template(String name) {
        return "{\"messaging_product\":\"whatsapp\",\"to\":\"" + PERSON
                + "\",\"type\":\"template\",\"template\":{\"name\":\"" + name
                + "\",\"language\":{\"code\":\"en_US\"}}}";
    }

    JsonNode send(String json) throws IOException, InterruptedException {
        return sendWith("Bearer " + TOKEN, json);
    }

    JsonNode sendWith(@Nullable String authorization, String json) throws IOException, InterruptedException {
        return ask("POST", "/v23.0/" + NUMBER + "/messages", authorization, json);
    }

    JsonNode post(String path, String json) throws IOException, InterruptedException {
        return ask("POST", path, "Bearer " + TOKEN, json);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return ask("GET", path, "Bearer " + TOKEN, null);
    }

    JsonNode delete(String path, @Nullable String json) throws IOException, InterruptedException {
        return ask("DELETE", path, "Bearer " + TOKEN, json);
    }

    /** Uploads something small of that type, as a form with a file. */
    JsonNode upload(String mimeType) throws IOException, InterruptedException {
        String form = """
            --kiln\r
            Content-Disposition: form-data; name="messaging_product"\r
            \r
            whatsapp\r
            --kiln\r
            Content-Disposition: form-data; name="type"\r
            \r
            %1$s\r
            --kiln\r
            Content-Disposition: form-data; name="file"; filename="bowl"\r
            Content-Type: %1$s\r
            \r
            A bowl\r
            --kiln--\r
            """.formatted(mimeType);
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseUri() + "/v23.0/" + NUMBER + "/media"))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "multipart/form-data; boundary=kiln")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /** Sends a form as Twilio's clients do. */
    JsonNode form(String path, JsonNode fields) throws IOException, InterruptedException {
        String form = fields.properties().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue().asText(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String pair = Base64.getEncoder().encodeToString(("AC1:" + TOKEN).getBytes(StandardCharsets.US_ASCII));
        return answer(HttpRequest.newBuilder(URI.create(simulator.baseUri() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + pair)
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Sends a message with a key of 360dialog. */
    JsonNode sendByKey(String key, String json) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(simulator.baseUri() + "/messages"))
                .header("Content-Type", "application/json")
                .header("D360-API-KEY", key)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private JsonNode ask(String method, String path, @Nullable String authorization, @Nullable String json)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.baseUri() + path))
                .timeout(Duration.ofMinutes(1))
                .method(
                        method,
                        json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return answer(request);
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        String text = http.send(request.timeout(Duration.ofMinutes(1)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        simulator.close();
        receiver.stop(0);
    }
}
