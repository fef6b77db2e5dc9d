package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.body;
import static org.whatsapppolicy.simulator.Client.template;
import static org.whatsapppolicy.simulator.Client.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

class RefusalTest {

    private static final String ANNA = "+15550101001";
    private static Simulator simulator;
    private static Client client;

    @BeforeAll
    static void start() {
        simulator = aSimulator()
                .number("200000000000002", "+15550100002", Client.ACCOUNT)
                .number("200000000000003", "+15550100003", Client.ACCOUNT)
                .number("200000000000004", "+15550100004", Client.ACCOUNT)
                .template(SimulatedTemplate.of("two", "en_US", "UTILITY").withVariables(2))
                .template(SimulatedTemplate.of("named", "en_US", "UTILITY").withBody("Dear {{who}}, thank you."))
                .template(SimulatedTemplate.of("picture", "en_US", "MARKETING").withMediaHeader("IMAGE"))
                .template(SimulatedTemplate.of("paused", "en_US", "MARKETING").withStatus("PAUSED"))
                .template(SimulatedTemplate.of("disabled", "en_US", "MARKETING").withStatus("DISABLED"))
                .template(SimulatedTemplate.of("pending", "en_US", "MARKETING").withStatus("PENDING"))
                .template(
                        SimulatedTemplate.of("code", "en_US", "AUTHENTICATION").withVariables(1))
                .build()
                .start();
        simulator.numbers().get("200000000000002").registered(false);
        simulator.numbers().get("200000000000003").allowOnly("+15550101002");
        simulator.numbers().get("200000000000004").deleted(true);
        client = new Client(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static String message(String rest) {
        return "{\"messaging_product\":\"whatsapp\",\"to\":\"" + ANNA + "\"," + rest + "}";
    }

    static Stream<Arguments> mistakes() {
        String hi = "\"type\":\"text\",\"text\":{\"body\":\"Hi\"}";
        return Stream.of(
                Arguments.of("{\"to\":\"+15550101001\"," + hi + "}", 400, 131008, "messaging_product"),
                Arguments.of(
                        "{\"messaging_product\":\"fax\",\"to\":\"+15550101001\"," + hi + "}", 400, 100, "WHATSAPP"),
                Arguments.of("{\"messaging_product\":\"whatsapp\"," + hi + "}", 400, 131008, "'to'"),
                Arguments.of(text("12", "Hi"), 400, 131009, "to"),
                Arguments.of(text("peter@example.org", "Hi"), 400, 131009, "to"),
                Arguments.of(
                        "{\"messaging_product\":\"whatsapp\",\"recipient\":\"4711\"," + hi + "}",
                        400,
                        131009,
                        "recipient"),
                Arguments.of(message("\"recipient_type\":\"crowd\"," + hi), 400, 131009, "recipient_type"),
                Arguments.of(message("\"type\":\"telegram\""), 400, 131051, "type"),
                Arguments.of(message("\"type\":\"text\""), 400, 131008, "text"),
                Arguments.of(message("\"type\":\"text\",\"text\":{}"), 400, 131008, "text.body"),
                Arguments.of(message("\"type\":\"text\",\"text\":{\"body\":7}"), 400, 131009, "text.body"),
                Arguments.of(message("\"type\":\"text\",\"text\":{\"bodi\":\"Hi\"}"), 400, 100, "bodi"),
                Arguments.of(text(ANNA, "x".repeat(4097)), 400, 100, "4096"),
                Arguments.of(message("\"biz_opaque\":\"x\"," + hi), 400, 100, "biz_opaque"),
                Arguments.of(
                        message("\"biz_opaque_callback_data\":\"" + "x".repeat(513) + "\"," + hi), 400, 100, "512"),
                Arguments.of(message("\"category\":\"utility\"," + hi), 400, 100, "Direct Send"),
                Arguments.of(text(Client.DISPLAY, "Hi"), 400, 131021, "same"),
                Arguments.of("{\"messaging_product\":", 400, 100, "JSON"),
                Arguments.of("[]", 400, 100, "JSON"),
                Arguments.of(message("\"type\":\"template\",\"template\":{}"), 400, 131008, "template.name"),
                Arguments.of(message("\"type\":\"template\",\"template\":{\"name\":\"two\"}"), 400, 131008, "language"),
                Arguments.of(template(ANNA, "three", "en_US", "[]"), 404, 132001, "three"),
                Arguments.of(template(ANNA, "two", "en_GB", body("a", "b")), 404, 132001, "en_GB"),
                Arguments.of(template(ANNA, "pending", "en_US", "[]"), 404, 132001, "pending"),
                Arguments.of(template(ANNA, "two", "en_US", body("a")), 400, 132000, "(1)"),
                Arguments.of(template(ANNA, "two", "en_US", "[]"), 400, 132000, "(0)"),
                Arguments.of(template(ANNA, "named", "en_US", body("a")), 400, 132000, "parameter_name"),
                Arguments.of(template(ANNA, "two", "en_US", body("a", "x".repeat(1100))), 400, 132005, "too long"),
                Arguments.of(template(ANNA, "two", "en_US", body("a", "b\\nc")), 400, 132007, "line breaks"),
                Arguments.of(template(ANNA, "two", "en_US", body("a", "")), 400, 131008, "text"),
                Arguments.of(template(ANNA, "picture", "en_US", "[]"), 400, 132012, "expected IMAGE, received UNKNOWN"),
                Arguments.of(
                        template(
                                ANNA,
                                "two",
                                "en_US",
                                "[{\"type\":\"body\",\"parameters\":[{\"type\":\"image\"},{\"type\":\"image\"}]}]"),
                        400,
                        132012,
                        "expected TEXT, received IMAGE"),
                Arguments.of(template(ANNA, "two", "en_US", "[{\"type\":\"legs\"}]"), 400, 131009, "components.type"),
                Arguments.of(template(ANNA, "paused", "en_US", "[]"), 400, 132015, "paused"),
                Arguments.of(template(ANNA, "disabled", "en_US", "[]"), 400, 132016, "disabled"),
                Arguments.of(
                        "{\"messaging_product\":\"whatsapp\",\"recipient\":\"US.1\",\"type\":\"template\",\"template\":"
                                + "{\"name\":\"code\",\"language\":{\"code\":\"en_US\"},\"components\":" + body("123")
                                + "}}",
                        400,
                        131062,
                        "user id"),
                Arguments.of(message("\"type\":\"image\",\"image\":{}"), 400, 131008, "image.id"),
                Arguments.of(
                        message("\"type\":\"audio\",\"audio\":{\"link\":\"https://cdn.example/a\",\"caption\":\"x\"}"),
                        400,
                        100,
                        "caption"),
                Arguments.of(message("\"type\":\"document\",\"document\":{\"link\":\"file\"}"), 400, 131009, "link"),
                Arguments.of(message("\"type\":\"location\",\"location\":{\"latitude\":1}"), 400, 131008, "longitude"),
                Arguments.of(message("\"type\":\"contacts\",\"contacts\":[]"), 400, 131009, "contacts"),
                Arguments.of(
                        message("\"type\":\"reaction\",\"reaction\":{\"emoji\":\"x\"}"), 400, 131008, "message_id"),
                Arguments.of(
                        message("\"type\":\"interactive\",\"interactive\":{\"type\":\"wheel\"}"), 400, 131009, "type"),
                Arguments.of(
                        message(
                                "\"type\":\"interactive\",\"interactive\":{\"type\":\"button\",\"body\":{\"text\":\"?\"},"
                                        + "\"action\":{\"buttons\":[]}}"),
                        400,
                        131009,
                        "buttons"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void each_mistake_is_answered_with_its_documented_code(String json, int status, int code, String inDetails)
            throws Exception {
        long accepted = simulator.ledger().acceptedCount();

        Client.Answer answer = client.send(json);

        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.details()).contains(inDetails);
        JsonNode error = answer.json().path("error");
        assertThat(error.path("message").asText()).startsWith("(#" + code + ")");
        assertThat(error.path("type").asText()).isEqualTo("OAuthException");
        assertThat(error.path("error_data").path("messaging_product").asText()).isEqualTo("whatsapp");
        assertThat(error.path("fbtrace_id").asText()).isNotEmpty();
        assertThat(simulator.ledger().acceptedCount()).isEqualTo(accepted);
    }

    @Test
    void unregistered_restricted_deleted_and_unknown_numbers_have_their_own_codes() throws Exception {
        assertThat(from("200000000000002").code()).isEqualTo(133010);
        assertThat(from("200000000000003").code()).isEqualTo(131030);
        assertThat(from("200000000000004").code()).isEqualTo(33);
        Client.Answer unknown = from("209");
        assertThat(unknown.code()).isEqualTo(100);
        assertThat(unknown.json().path("error").path("error_subcode").asInt()).isEqualTo(33);
        assertThat(unknown.json().path("error").path("type").asText()).isEqualTo("GraphMethodException");
        Client.Answer alias = from("my-shop");
        assertThat(alias.code()).isEqualTo(803);
        assertThat(alias.status()).isEqualTo(404);
    }

    private static Client.Answer from(String number) throws Exception {
        return client.post("/v23.0/" + number + "/messages", text(ANNA, "Hi"), "Bearer " + Client.TOKEN);
    }
}
