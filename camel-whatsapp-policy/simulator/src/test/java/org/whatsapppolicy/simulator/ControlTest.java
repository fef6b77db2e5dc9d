package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

@DisplayName("The control paths")
class ControlTest {

    private static final String ANNA = "+15550101001";
    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    private final Simulator simulator = aSimulator()
            .clock(SimulatorClock.virtual(START))
            .template(SimulatedTemplate.of("parcel_sent", "en_US", "UTILITY").withQuickReplies("Thanks"))
            .build()
            .start();
    private final Client client = new Client(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void give_the_ledger_of_one_person_one_operation_or_one_hour() throws Exception {
        simulator.people().person(ANNA).writes("Hello?");
        client.send(text(ANNA, "Yes?"));
        simulator.clock().advance(Duration.ofHours(1));
        client.send(text("+15550101002", "Hi"));
        client.get("/v23.0/" + Client.ACCOUNT + "/message_templates");

        assertThat(lines("?to=%2B1-555-010-1001")).hasSize(1).first().asString().contains("Yes?");
        assertThat(lines("?operation=MESSAGE")).hasSize(2);
        assertThat(lines("?since=2026-11-25T12:30:00Z&accepted=true")).hasSize(1);
        assertThat(lines("?until=2026-11-25T12:30:00Z")).hasSize(1);
        assertThat(client.get("/simulator/ledger?since=yesterday").status()).isEqualTo(400);
    }

    @Test
    void list_faults_and_take_single_ones_away() throws Exception {
        post("faults", "{\"fault\":\"slow-200\",\"times\":3,\"recipient\":\"+15550101001\"}");
        JsonNode faults = post("faults", "{\"seed\":7,\"chance\":1,\"faults\":[\"error-131016\"]}")
                .path("faults");

        assertThat(faults.path(0).path("left").asInt()).isEqualTo(3);
        assertThat(faults.path(1).path("chance").asDouble()).isEqualTo(1);
        assertThat(client.send(text("+15550101002", "Hi")).code()).isEqualTo(131016);
        client.delete("/simulator/faults/" + faults.path(1).path("id").asLong());
        assertThat(client.get("/simulator/faults").json().path("faults")).hasSize(1);
        assertThat(client.delete("/simulator/faults/99").status()).isEqualTo(404);
    }

    @Test
    void set_the_clock_but_never_back() throws Exception {
        assertThat(post("clock", "{\"set\":\"2026-11-26T09:00:00Z\"}")
                        .path("now")
                        .asText())
                .isEqualTo("2026-11-26T09:00:00Z");
        assertThat(client.post("/simulator/clock", "{\"set\":\"2026-11-20T09:00:00Z\"}", "")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void list_people_page_by_page_the_last_active_first() throws Exception {
        for (int i = 0; i < 30; i++) {
            simulator
                    .people()
                    .person("+1555010" + (2000 + i))
                    .named("Person " + i)
                    .writes("Hello");
            simulator.clock().advance(Duration.ofSeconds(1));
        }

        JsonNode page = client.get("/simulator/people?offset=10&limit=5").json();
        assertThat(page.path("total").asInt()).isEqualTo(30);
        assertThat(page.path("people")).hasSize(5);
        assertThat(page.path("people").path(0).path("name").asText()).isEqualTo("Person 19");
        assertThat(client.get("/simulator/people?search=person%202")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(11);
        assertThat(client.get("/simulator/people?search=%2B1%20(555)%20010-2007")
                        .json()
                        .path("people")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("Person 7");
    }

    @Test
    void show_a_chat_and_let_its_person_act() throws Exception {
        String wamid =
                client.send(Client.template(ANNA, "parcel_sent", "en_US", "[]")).wamid();

        post("people/15550101001/tap", "{\"message\":\"" + wamid + "\",\"label\":\"Thanks\"}");
        post("people/15550101001/write", "{\"text\":\"Where is it?\"}");

        JsonNode chat = client.get("/simulator/people/15550101001/chat?limit=2").json();
        assertThat(chat.path("earlier").asBoolean()).isTrue();
        assertThat(chat.path("windowUntil").asText()).isEqualTo("2026-11-26T12:00:00Z");
        assertThat(chat.path("messages").path(0).path("repliesTo").asText()).isEqualTo(wamid);
        assertThat(chat.path("messages").path(1).path("content").path("text").asText())
                .isEqualTo("Where is it?");
        assertThat(client.post("/simulator/people/15550101001/tap", "{\"message\":\"" + wamid + "\"}", "")
                        .text())
                .contains("found no \\\"label\\\" in the body");
    }

    @Test
    void let_people_send_react_block_and_move() throws Exception {
        String wamid =
                client.send(Client.template(ANNA, "parcel_sent", "en_US", "[]")).wamid();

        for (String kind : List.of("image", "video", "audio", "voice", "document", "sticker", "location", "contact")) {
            post("people/15550101001/media", "{\"kind\":\"" + kind + "\"}");
        }
        post("people/15550101001/react", "{\"message\":\"" + wamid + "\",\"emoji\":\"👍\"}");
        JsonNode messages =
                client.get("/simulator/people/15550101001/chat").json().path("messages");
        assertThat(messages).hasSize(10);
        String image = messages.path(1).path("content").path("id").asText();
        assertThat(get("/simulator/media/" + image).statusCode()).isEqualTo(200);

        post("people/15550101001/block", "{}");
        assertThat(client.get("/simulator/people/15550101001")
                        .json()
                        .path("blocked")
                        .asBoolean())
                .isTrue();
        assertThat(post("people/15550101001/change-number", "{\"to\":\"+1 555 010 1009\"}")
                        .path("key")
                        .asText())
                .isEqualTo("15550101009");
    }

    @Test
    void lose_and_repeat_webhooks() throws Exception {
        try (Receiver receiver = new Receiver()) {
            simulator.webhooks().subscribe(receiver.uri(), "secret");
            post("webhooks/lose", "{}");
            post("webhooks/repeat", "{\"count\":1,\"times\":2}");

            simulator.people().person(ANNA).writes("lost");
            simulator.people().person(ANNA).writes("told thrice");

            for (int i = 0; i < 3; i++) {
                assertThat(receiver.next().text()).contains("told thrice");
            }
            simulator.webhooks().awaitQuiet(Receiver.PATIENCE);
            JsonNode last = client.get("/simulator/webhooks").json().path("last");
            assertThat(last).hasSize(4);
            assertThat(last.path(3).path("fault").asText()).isEqualTo("lost");
        }
    }

    @Test
    void begin_anew() throws Exception {
        client.send(Client.template(ANNA, "parcel_sent", "en_US", "[]"));
        post("faults", "{\"fault\":\"reset-after\"}");

        client.delete("/simulator/state");

        assertThat(client.get("/simulator/people").json().path("all").asInt()).isZero();
        assertThat(client.get("/simulator/ledger").text()).isEmpty();
        assertThat(client.send(Client.template(ANNA, "parcel_sent", "en_US", "[]"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void change_templates_and_numbers() throws Exception {
        post("templates/parcel_sent/en_US", "{\"status\":\"paused\"}");
        assertThat(client.send(Client.template(ANNA, "parcel_sent", "en_US", "[]"))
                        .code())
                .isEqualTo(132015);
        post("numbers/" + Client.NUMBER, "{\"quality\":\"red\"}");
        assertThat(client.get("/v23.0/" + Client.NUMBER)
                        .json()
                        .path("quality_rating")
                        .asText())
                .isEqualTo("RED");
    }

    @ParameterizedTest(name = "Host {0}, Origin {1}, {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "127.0.0.1:1,    -,                  application/json,                200",
                "localhost,      http://localhost,   application/json; charset=utf-8, 200",
                "[::1]:1,        -,                  application/json,                200",
                "evil.example,   -,                  application/json,                403",
                "localhost.evil, -,                  application/json,                403",
                "localhost,      http://evil,        application/json,                403",
                "localhost,      null,               application/json,                403",
                "localhost,      -,                  text/plain,                      403",
                "localhost,      -,                  -,                               403",
            })
    void let_no_other_site_in(String host, String origin, String type, int status) throws Exception {
        String answer = raw("POST /simulator/clock HTTP/1.1\r\nHost: " + host + "\r\n"
                + (origin == null ? "" : "Origin: " + origin + "\r\n")
                + (type == null ? "" : "Content-Type: " + type + "\r\n")
                + "Connection: close\r\nContent-Length: 18\r\n\r\n{\"advance\":\"PT1S\"}");

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(simulator.clock().now()).isEqualTo(status == 200 ? START.plusSeconds(1) : START);
    }

    @Test
    void take_no_body_without_an_end() throws Exception {
        String big = "{\"text\":\"" + "x".repeat(2_000_000) + "\"}";

        assertThat(client.post("/simulator/people/15550101001/write", big, "").status())
                .isEqualTo(413);
    }

    @Test
    void send_the_page_with_a_policy_that_lets_nothing_else_run() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("http://", "https://", "<style", "onclick");
        assertThat(get("/simulator/page/main.js").headers().firstValue("Content-Type"))
                .contains("text/javascript; charset=UTF-8");
        assertThat(get("/simulator/page/..%2fPageFiles.class").statusCode()).isEqualTo(404);
        assertThat(get("/simulator/page/nothing.js").statusCode()).isEqualTo(404);
    }

    @Test
    void tell_what_has_changed_as_it_changes() throws Exception {
        try (InputStream stream = events().body()) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            String first = pulse(lines);
            simulator.people().person(ANNA).writes("Hello?");

            assertThat(first).contains("\"people\":0");
            assertThat(pulse(lines)).contains("\"people\":1");
        }
    }

    @Test
    void tell_fifty_pages_and_no_more() throws Exception {
        List<InputStream> pages = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++) {
                pages.add(events().body());
            }
            assertThat(events().statusCode()).isEqualTo(503);
        } finally {
            for (InputStream page : pages) {
                page.close();
            }
        }
    }

    @Test
    void stand_in_the_readme_as_they_are() throws Exception {
        String readme = Files.readString(Path.of("README.md"));

        for (JsonNode route : client.get("/simulator/").json().path("paths")) {
            assertThat(readme)
                    .contains("| " + route.path("method").asText() + " | `"
                            + route.path("path").asText() + "` | "
                            + route.path("does").asText() + " |");
        }
    }

    private List<String> lines(String query) throws Exception {
        return client.get("/simulator/ledger" + query).text().lines().toList();
    }

    private JsonNode post(String path, String body) throws Exception {
        Client.Answer answer = client.post("/simulator/" + path, body, "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(simulator.baseUri() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<InputStream> events() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(simulator.baseUri() + "/simulator/events"))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
    }

    private static String pulse(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data: ")) {
                return line;
            }
        }
        throw new AssertionError("the stream ended");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
