package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.body;
import static org.whatsapppolicy.simulator.Client.template;
import static org.whatsapppolicy.simulator.Client.text;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.simulator.conformance.Conforms;
import org.whatsapppolicy.simulator.ledger.Asked;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

class SendTest {

    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start() {
        simulator = aSimulator()
                .template(
                        SimulatedTemplate.of("parcel_sent", "en_US", "UTILITY").withVariables(1))
                .template(SimulatedTemplate.of("autumn_sale", "en_US", "MARKETING"))
                .build()
                .start();
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    @Conforms("C-120")
    void a_text_is_answered_with_the_number_and_a_message_id_but_no_message_status() throws Exception {
        Client.Answer answer = client.send(text("+1 (555) 010-1001", "Good morning"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("contacts").path(0).path("input").asText())
                .isEqualTo("+1 (555) 010-1001");
        assertThat(answer.json().path("contacts").path(0).path("wa_id").asText())
                .isEqualTo("15550101001");
        assertThat(answer.wamid()).startsWith("wamid.");
        assertThat(answer.json().path("messages").path(0).has("message_status")).isFalse();
    }

    @Test
    @Conforms("C-121")
    void a_template_is_answered_with_a_message_status() throws Exception {
        Client.Answer answer = client.send(template("+15550101001", "parcel_sent", "en_US", body("today")));

        assertThat(answer.json().path("messages").path(0).path("message_status").asText())
                .isEqualTo("accepted");
    }

    @Test
    @Conforms("C-122")
    void a_business_scoped_user_id_is_answered_with_user_id_and_without_wa_id() throws Exception {
        Client.Answer answer = client.send("{\"messaging_product\":\"whatsapp\",\"recipient\":\"BR.4711\","
                + "\"type\":\"template\",\"template\":{\"name\":\"autumn_sale\",\"language\":{\"code\":\"en_US\"}}}");

        assertThat(answer.json().path("contacts").path(0).path("user_id").asText())
                .isEqualTo("BR.4711");
        assertThat(answer.json().path("contacts").path(0).has("wa_id")).isFalse();
    }

    @Test
    @Conforms("C-123")
    void the_phone_number_wins_when_both_addresses_are_given() throws Exception {
        Client.Answer answer = client.send(
                "{\"messaging_product\":\"whatsapp\",\"to\":\"+15550101001\",\"recipient\":\"BR.4711\",\"text\":{\"body\":\"x\"}}");

        assertThat(answer.json().path("contacts").path(0).path("wa_id").asText())
                .isEqualTo("15550101001");
    }

    @ParameterizedTest
    @CsvSource({
        "+5521987654321, 5521987654321",
        "+5551987654321, 555187654321",
        "+525512345678, 5215512345678",
        "(631) 555-1001, 16315551001",
        "+4915112345678, 4915112345678"
    })
    @Conforms("C-124")
    void numbers_are_normalised_as_whatsapp_does(String written, String waId) throws Exception {
        Client.Answer answer = client.send(text(written, "Hello"));

        assertThat(answer.json().path("contacts").path(0).path("wa_id").asText())
                .isEqualTo(waId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v13.0", "v19.0", "v26.0"})
    @Conforms("C-125")
    void every_version_from_13_to_26_is_served(String version) throws Exception {
        Client.Answer answer = client.post(
                "/" + version + "/" + Client.NUMBER + "/messages",
                text("+15550101001", "Hello"),
                "Bearer " + Client.TOKEN);

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v12.0/1/messages", "/v27.0/1/messages", "/v20.0/1/mesages", "/"})
    void other_paths_are_unknown(String path) throws Exception {
        Client.Answer answer = client.post(path, text("+15550101001", "Hello"), "Bearer " + Client.TOKEN);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(2500);
    }

    @Test
    void the_jdk_client_that_tries_to_upgrade_to_http_2_is_served() throws Exception {
        HttpClient upgrading =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(simulator.baseUri() + "/v23.0/" + Client.NUMBER + "/messages"))
                .header("Authorization", "Bearer " + Client.TOKEN)
                .POST(HttpRequest.BodyPublishers.ofString(text("+15550101001", "Hello")))
                .build();

        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = upgrading.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
        assertThat(simulator.ledger().acceptedCount()).isEqualTo(3);
    }

    @Test
    void the_ledger_keeps_what_was_asked_but_never_the_token() throws Exception {
        String json = "{\"messaging_product\":\"whatsapp\",\"to\":\"+15550101001\",\"type\":\"template\","
                + "\"biz_opaque_callback_data\":\"row-17\",\"template\":{\"name\":\"autumn_sale\","
                + "\"language\":{\"code\":\"en_US\"}}}";
        Client.Answer answer = client.send(json);
        client.send(text("nobody", "Hello"));

        List<LedgerEntry> entries = simulator.ledger().requests();
        assertThat(entries).hasSize(2);
        LedgerEntry entry = entries.get(0);
        Asked asked = entry.asked();
        assertThat(asked.recipient()).isEqualTo("+15550101001");
        assertThat(asked.template()).isEqualTo("autumn_sale");
        assertThat(asked.templateLanguage()).isEqualTo("en_US");
        assertThat(asked.callbackData()).isEqualTo("row-17");
        assertThat(asked.authorized()).isTrue();
        assertThat(asked.body()).isEqualTo(json);
        assertThat(entry.wamid()).isEqualTo(answer.wamid());
        assertThat(simulator.ledger().accepted()).containsExactly(entry);
        assertThat(simulator.ledger().acceptedTo("1 555 010 1001")).containsExactly(entry);
        assertThat(entries.get(1).accepted()).isFalse();
        assertThat(entries.get(1).answered().code()).isEqualTo(131009);
        StringBuilder lines = new StringBuilder();
        simulator.ledger().exportTo(lines);
        assertThat(lines.toString().lines()).hasSize(2);
        assertThat(lines).contains("row-17").doesNotContain(Client.TOKEN);
    }

    @Test
    void a_bounded_ledger_lets_old_entries_go_and_counts_on() throws Exception {
        simulator.ledger().keepAtMost(2);
        simulator.ledger().keepBodies(false);
        for (int i = 0; i < 5; i++) {
            client.send(text("+15550101001", "Number " + i));
        }

        assertThat(simulator.ledger().requests())
                .hasSize(2)
                .allMatch(entry -> entry.asked().body().isEmpty());
        assertThat(simulator.ledger().count()).isEqualTo(5);
    }

    @Test
    @Conforms("C-126")
    void a_message_read_by_the_business_has_to_exist() throws Exception {
        String written = simulator.people().person("+15550101001").writes("Anybody there?");

        Client.Answer known = client.send(
                "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"" + written + "\"}");
        Client.Answer unknown = client.send(
                "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"wamid.unknown\"}");

        assertThat(known.text()).isEqualTo("{\"success\":true}");
        assertThat(unknown.code()).isEqualTo(131009);
        assertThat(simulator.ledger().acceptedCount()).isZero();
    }

    @Test
    @Conforms("C-127")
    void the_marketing_edge_takes_marketing_templates_only() throws Exception {
        String path = "/v23.0/" + Client.NUMBER + "/marketing_messages";
        String token = "Bearer " + Client.TOKEN;

        assertThat(client.post(path, template("+15550101001", "autumn_sale", "en_US", "[]"), token)
                        .status())
                .isEqualTo(200);
        assertThat(client.post(path, template("+15550101001", "parcel_sent", "en_US", body("now")), token)
                        .code())
                .isEqualTo(134100);
    }
}
