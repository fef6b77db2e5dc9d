package org.whatsapppolicy.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A plain client of the Cloud API, as a test uses it. */
final class Client {

    static final String NUMBER = "200000000000001";
    static final String ACCOUNT = "100000000000001";
    static final String DISPLAY = "+15550100001";
    static final String TOKEN = "good-token";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Simulator simulator;

    /** An answer: status, text, and the text as JSON. */
    record Answer(int status, String text) {

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError(text, e);
            }
        }

        int code() {
            return json().path("error").path("code").asInt(-1);
        }

        String details() {
            return json().path("error").path("error_data").path("details").asText();
        }

        String wamid() {
            return json().path("messages").path(0).path("id").asText();
        }
    }

    Client(Simulator simulator) {
        this.simulator = simulator;
    }

    /** A simulator with one number and one token. */
    static SimulatorBuilder aSimulator() {
        return Simulator.builder().number(NUMBER, DISPLAY, ACCOUNT).token(TOKEN);
    }

    /** JSON in which quotes are written as apostrophes. */
    static String json(String apostrophes) {
        return apostrophes.replace('\'', '"');
    }

    /** A message to Anna, given its type and the object of that name, quotes written as apostrophes. */
    static String message(String type, String object) {
        return json("{'messaging_product':'whatsapp','to':'+15550101001','type':'" + type + "','" + type + "':" + object
                + "}");
    }

    static String text(String to, String body) {
        return "{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\""
                + body + "\"}}";
    }

    static String template(String to, String name, String language, String components) {
        return "{\"messaging_product\":\"whatsapp\",\"to\":\"" + to
                + "\",\"type\":\"template\",\"template\":{\"name\":\"" + name + "\",\"language\":{\"code\":\""
                + language + "\"},\"components\":" + components + "}}";
    }

    static String body(String... texts) {
        StringBuilder parameters = new StringBuilder();
        for (String text : texts) {
            parameters
                    .append(parameters.isEmpty() ? "" : ",")
                    .append("{\"type\":\"text\",\"text\":\"")
                    .append(text)
                    .append("\"}");
        }
        return "[{\"type\":\"body\",\"parameters\":[" + parameters + "]}]";
    }

    Answer send(String json) throws IOException, InterruptedException {
        return post("/v23.0/" + NUMBER + "/messages", json, "Bearer " + TOKEN);
    }

    Answer post(String path, String json, String authorization) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.baseUri() + path))
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return answer(request.build());
    }

    Answer get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(simulator.baseUri() + path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + TOKEN)
                .build());
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(simulator.baseUri() + path))
                .timeout(Duration.ofMinutes(1))
                .DELETE()
                .build());
    }

    private Answer answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }
}
