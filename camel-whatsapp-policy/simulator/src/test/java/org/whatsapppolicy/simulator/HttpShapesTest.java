package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

/** Requests as clients really write them: forms, queries, chunks, zipped, upgrading, broken. */
class HttpShapesTest {

    private static final String PATH = "/v23.0/" + Client.NUMBER + "/messages";
    private static final String SECRET = "app secret";
    private static final String MESSAGE = text("+15550101001", "Hello");
    private static Simulator simulator;
    private static Client client;

    @BeforeAll
    static void start() {
        simulator = aSimulator()
                .webhook(URI.create("http://127.0.0.1:1/nobody"), SECRET)
                .template(SimulatedTemplate.of("parcel", "en_US", "UTILITY"))
                .build()
                .start();
        client = new Client(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static HttpResponse<String> post(String path, String contentType, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.baseUri() + path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IOException(request.build() + " was not answered", e);
        }
    }

    private static byte[] form(String... pairs) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(pairs[i])
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String proof(String token) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_form_carries_objects_as_json_and_the_token_too() throws Exception {
        HttpResponse<String> answer = post(
                PATH,
                "application/x-www-form-urlencoded",
                form(
                        "messaging_product",
                        "whatsapp",
                        "to",
                        "+15550101001",
                        "type",
                        "template",
                        "template",
                        "{\"name\":\"parcel\",\"language\":{\"code\":\"en_US\"}}",
                        "format",
                        "json",
                        "access_token",
                        Client.TOKEN));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String kept = simulator.ledger().accepted().stream()
                .reduce((first, second) -> second)
                .orElseThrow()
                .asked()
                .body();
        assertThat(kept).contains("\"template\":{\"name\":\"parcel\"").doesNotContain(Client.TOKEN);
    }

    @Test
    void a_token_may_stand_in_the_query_or_in_the_json() throws Exception {
        byte[] json = MESSAGE.getBytes(StandardCharsets.UTF_8);
        byte[] withToken = MESSAGE.replaceFirst("\\{", "{\"access_token\":\"" + Client.TOKEN + "\",")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(post(PATH + "?access_token=" + Client.TOKEN, "application/json", json)
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(PATH, "application/json", withToken).statusCode()).isEqualTo(200);
        assertThat(post(PATH, "application/json", json).statusCode()).isEqualTo(401);
        assertThat(post(PATH, "application/json", json, "Authorization", "OAuth " + Client.TOKEN)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_app_secret_proof_is_checked() throws Exception {
        byte[] json = MESSAGE.getBytes(StandardCharsets.UTF_8);
        String path = PATH + "?access_token=" + Client.TOKEN + "&appsecret_proof=";

        assertThat(post(path + proof(Client.TOKEN), "application/json", json).statusCode())
                .isEqualTo(200);
        assertThat(post(path + proof("other"), "application/json", json).body()).contains("Invalid appsecret_proof");
    }

    @Test
    void what_stands_in_the_query_counts_unless_the_body_says_otherwise() throws Exception {
        String query = PATH + "?to=%2B15550101002&messaging_product=whatsapp";

        assertThat(client.post(query, "{\"text\":{\"body\":\"Hi\"}}", "Bearer " + Client.TOKEN)
                        .text())
                .contains("15550101002");
        assertThat(client.post(query, MESSAGE, "Bearer " + Client.TOKEN).text()).contains("\"wa_id\":\"15550101001\"");
    }

    @Test
    void a_chunked_body_is_put_together() throws Exception {
        byte[] bytes = MESSAGE.getBytes(StandardCharsets.UTF_8);
        try (RawHttp raw = new RawHttp(simulator)) {
            raw.write(RawHttp.head("POST", PATH, "Content-Type: application/json", "Transfer-Encoding: chunked"));
            for (int i = 0; i < bytes.length; i += 10) {
                String chunk = new String(bytes, i, Math.min(10, bytes.length - i), StandardCharsets.UTF_8);
                raw.write(Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n");
            }
            raw.write("0\r\n\r\n");

            assertThat(raw.readAnswer()).startsWith("HTTP/1.1 200").contains("wamid.");
        }
    }

    @Test
    void a_client_that_waits_for_100_continue_gets_it() throws Exception {
        try (RawHttp raw = new RawHttp(simulator)) {
            raw.write(RawHttp.head(
                    "POST",
                    PATH,
                    "Content-Type: application/json",
                    "Content-Length: " + MESSAGE.length(),
                    "Expect: 100-continue"));
            assertThat(raw.readHead()).startsWith("HTTP/1.1 100");
            raw.write(MESSAGE);
            assertThat(raw.readAnswer()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void an_upgrade_to_http_2_is_ignored() throws Exception {
        try (RawHttp raw = new RawHttp(simulator)) {
            String upgrading = RawHttp.head(
                            "POST",
                            PATH,
                            "Connection: Upgrade, HTTP2-Settings",
                            "Upgrade: h2c",
                            "HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA",
                            "Content-Type: application/json",
                            "Content-Length: " + MESSAGE.length())
                    + MESSAGE;
            for (int i = 0; i < 2; i++) {
                raw.write(upgrading);
                assertThat(raw.readAnswer()).startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void requests_may_be_pipelined() throws Exception {
        String one = RawHttp.head("POST", PATH, "Content-Type: application/json", "Content-Length: " + MESSAGE.length())
                + MESSAGE;
        try (RawHttp raw = new RawHttp(simulator)) {
            raw.write(one.repeat(3));
            for (int i = 0; i < 3; i++) {
                assertThat(raw.readAnswer()).startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void a_zipped_body_is_unzipped() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(MESSAGE.getBytes(StandardCharsets.UTF_8));
        }
        String[] headers = {"Authorization", "Bearer " + Client.TOKEN, "Content-Encoding", "gzip"};

        assertThat(post(PATH, "application/json", zipped.toByteArray(), headers).statusCode())
                .isEqualTo(200);
        assertThat(post(PATH, "application/json", "no zip".getBytes(StandardCharsets.UTF_8), headers)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_body_nobody_can_mean_is_refused_with_413() throws Exception {
        try (RawHttp raw = new RawHttp(simulator)) {
            raw.write(RawHttp.head("POST", PATH, "Content-Type: application/json", "Content-Length: 99999999"));

            assertThat(raw.readAnswer()).startsWith("HTTP/1.1 413").contains("\"code\":100");
            assertThat(raw.closed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "null", "\"text\"", "{\"messaging_product\":\"whatsapp\",}", "{'a':1}", "a=b"})
    void what_is_no_json_object_is_100(String body) throws Exception {
        Client.Answer answer = client.send(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(100);
    }

    @Test
    void what_is_no_utf_8_is_100() throws Exception {
        byte[] bytes = MESSAGE.replace("Hello", "H\u00e9llo").getBytes(StandardCharsets.ISO_8859_1);

        HttpResponse<String> answer = post(PATH, "application/json", bytes, "Authorization", "Bearer " + Client.TOKEN);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":100");
    }

    @Test
    void of_a_key_given_twice_the_last_counts() throws Exception {
        Client.Answer answer = client.send(MESSAGE.replace("\"to\":", "\"to\":\"+15550101009\",\"to\":"));

        assertThat(answer.json().path("contacts").path(0).path("wa_id").asText())
                .isEqualTo("15550101001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v13.0/", "/v21.0/", "/v26.0/", "/"})
    void every_version_answers_and_without_one_the_oldest_live_one(String version) throws Exception {
        assertThat(client.post(version + Client.NUMBER + "/messages", MESSAGE, "Bearer " + Client.TOKEN)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/v12.0/200000000000001/messages, 400, 2500, 0",
        "/v27.0/200000000000001/messages, 400, 2500, 0",
        "/v23/200000000000001/messages, 400, 2500, 0",
        "/v23.0/200000000000001/mesages, 400, 2500, 0",
        "/v23.0/my-shop/messages, 404, 803, 0",
        "/v23.0/209/messages, 400, 100, 33",
        "/209/messages, 400, 100, 33"
    })
    void wrong_paths_have_their_codes(String path, int status, int code, int subcode) throws Exception {
        Client.Answer answer = client.post(path, MESSAGE, "Bearer " + Client.TOKEN);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("error").path("error_subcode").asInt()).isEqualTo(subcode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT", "PATCH"})
    void messages_can_only_be_posted(String method) throws Exception {
        try (RawHttp raw = new RawHttp(simulator)) {
            raw.write(RawHttp.head(method, PATH, "Content-Length: 0"));

            assertThat(raw.readAnswer())
                    .startsWith("HTTP/1.1 400")
                    .contains("Unsupported " + method.toLowerCase(Locale.ROOT) + " request");
        }
    }

    @Test
    void head_is_answered_like_get_but_without_a_body() throws Exception {
        try (RawHttp raw = new RawHttp(simulator)) {
            raw.write(RawHttp.head("HEAD", "/v23.0/" + Client.NUMBER));
            assertThat(raw.readHead()).startsWith("HTTP/1.1 200");
            raw.write(RawHttp.head("GET", "/v23.0/" + Client.NUMBER));
            assertThat(raw.readAnswer()).startsWith("HTTP/1.1 200").contains("display_phone_number");
        }
    }
}
