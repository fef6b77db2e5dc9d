package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.ACCOUNT;
import static org.whatsapppolicy.simulator.Client.NUMBER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;
import org.whatsapppolicy.simulator.token.Tokens;

/** What management tells by webhook, and where webhooks go at all; after the webhook reference and "Pacing". */
class ManagementWebhookTest {

    private static final String ANNA = "+15550101001";

    private final Receiver receiver = receiver();
    private final Simulator simulator = Client.aSimulator()
            .clock(SimulatorClock.virtual(Instant.parse("2026-11-25T12:00:00Z")))
            .template(SimulatedTemplate.of("parcel", "en_US", "UTILITY"))
            .webhook(receiver.uri(), "secret")
            .build()
            .start();
    private final Graph graph = new Graph(simulator);
    private final Client client = new Client(simulator);

    private static Receiver receiver() {
        try {
            return new Receiver();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void stop() {
        simulator.close();
        receiver.close();
    }

    private JsonNode next(String field) throws Exception {
        JsonNode change = new ObjectMapper()
                .readTree(receiver.next().text())
                .path("entry")
                .path(0)
                .path("changes")
                .path(0);
        assertThat(change.path("field").asText()).isEqualTo(field);
        return change.path("value");
    }

    private JsonNode status(String event, String title) throws Exception {
        JsonNode value = next("message_template_status_update");
        assertThat(value.path("event").asText()).isEqualTo(event);
        assertThat(value.path("other_info").path("title").asText()).isEqualTo(title);
        return value;
    }

    @Test
    void review_tells_how_it_decided() throws Exception {
        simulator.templates().review().rejects("scam", "SCAM");
        graph.post(ACCOUNT + "/message_templates", TemplateManagementTest.draft("good", "UTILITY"));
        simulator.clock().advance(Duration.ofMinutes(1));
        assertThat(status("APPROVED", "").path("message_template_name").asText())
                .isEqualTo("good");

        graph.post(ACCOUNT + "/message_templates", TemplateManagementTest.draft("scam", "UTILITY"));
        simulator.clock().advance(Duration.ofMinutes(1));
        JsonNode rejected = status("REJECTED", "");
        assertThat(rejected.path("reason").asText()).isEqualTo("SCAM");
        assertThat(rejected.path("message_template_id").isIntegralNumber()).isTrue();
    }

    @Test
    void pauses_are_told_from_first_to_last() throws Exception {
        simulator.templates().pause("parcel", "en_US");
        status("PAUSED", "FIRST_PAUSE");
        simulator.clock().advance(Duration.ofHours(3));
        status("APPROVED", "UNPAUSE");
        simulator.templates().pause("parcel", "en_US");
        status("PAUSED", "SECOND_PAUSE");
        simulator.clock().advance(Duration.ofHours(6));
        status("APPROVED", "UNPAUSE");
        simulator.templates().pause("parcel", "en_US");
        assertThat(status("DISABLED", "DISABLED")
                        .path("disable_info")
                        .path("disable_date")
                        .isTextual())
                .isTrue();
    }

    @Test
    void quality_and_categories_are_told_and_deletion_is() throws Exception {
        simulator.templates().quality("parcel", "en_US", "YELLOW");
        JsonNode quality = next("message_template_quality_update");
        assertThat(quality.path("previous_quality_score").asText()).isEqualTo("UNKNOWN");
        assertThat(quality.path("new_quality_score").asText()).isEqualTo("YELLOW");

        simulator.templates().announceCategory("parcel", "en_US", "MARKETING");
        JsonNode announced = next("template_category_update");
        assertThat(announced.path("new_category").asText()).isEqualTo("UTILITY");
        assertThat(announced.path("correct_category").asText()).isEqualTo("MARKETING");
        simulator.clock().advance(Duration.ofHours(24));
        JsonNode moved = next("template_category_update");
        assertThat(moved.path("previous_category").asText()).isEqualTo("UTILITY");
        assertThat(moved.path("new_category").asText()).isEqualTo("MARKETING");

        graph.delete(ACCOUNT + "/message_templates?name=parcel");
        status("DELETED", "");
    }

    @Test
    void pacing_holds_messages_back_and_lets_them_go_when_the_first_were_taken_well() throws Exception {
        simulator.templates().pacing().pace("parcel", "en_US", 1, true);
        assertThat(sendTemplate()).isEqualTo("accepted");
        simulator.clock().advance(Duration.ofMinutes(5));
        drain(3);

        assertThat(sendTemplate()).isEqualTo("held_for_quality_assessment");
        simulator.letPass(Duration.ofMinutes(59));
        assertThat(receiver.all()).isEmpty();
        simulator.clock().advance(Duration.ofMinutes(2));
        assertThat(receiver.next().text()).contains("\"status\":\"sent\"");
        assertThat(sendTemplate()).as("pacing is over").isEqualTo("accepted");
    }

    @Test
    void pacing_fails_what_it_held_and_pauses_until_unpaused_by_hand() throws Exception {
        simulator.templates().pacing().pace("parcel", "en_US", 0, false);
        assertThat(sendTemplate()).isEqualTo("held_for_quality_assessment");

        simulator.clock().advance(Duration.ofMinutes(61));
        // Nothing says which of the two comes first.
        String both = receiver.next().text() + receiver.next().text();
        assertThat(both).contains("RATE_LIMITING_PAUSE").contains("\"failed\"").contains("132015");
        assertThat(client.send(Client.template(ANNA, "parcel", "en_US", "[]")).code())
                .isEqualTo(132015);
        simulator.clock().advance(Duration.ofDays(2));
        String id = Long.toString(simulator.templates().all().get(0).id());
        assertThat(graph.post(id + "/unpause", "").success()).isTrue();
        status("APPROVED", "UNPAUSE");
        assertThat(sendTemplate()).isEqualTo("accepted");
    }

    private String sendTemplate() throws Exception {
        return client.send(Client.template(ANNA, "parcel", "en_US", "[]"))
                .json()
                .path("messages")
                .path(0)
                .path("message_status")
                .asText();
    }

    private void drain(int hooks) throws Exception {
        for (int i = 0; i < hooks; i++) {
            receiver.next();
        }
    }

    @Test
    void a_new_pin_and_a_decided_name_are_told() throws Exception {
        graph.post(NUMBER, "{'pin':'123456'}");
        assertThat(next("security").path("event").asText()).isEqualTo("PIN_CHANGED");

        graph.post(NUMBER, "{'new_display_name':'Example Shop'}");
        simulator.clock().advance(Duration.ofMinutes(1));
        JsonNode decided = next("phone_number_name_update");
        assertThat(decided.path("decision").asText()).isEqualTo("APPROVED");
        assertThat(decided.path("requested_verified_name").asText()).isEqualTo("Example Shop");
    }

    @Test
    void without_a_subscription_of_the_account_nothing_is_told() throws Exception {
        graph.delete(ACCOUNT + "/subscribed_apps");
        simulator.people().person(ANNA).writes("Hello?");
        simulator.templates().quality("parcel", "en_US", "YELLOW");
        simulator.webhooks().awaitQuiet(Receiver.PATIENCE);
        assertThat(receiver.all()).isEmpty();

        graph.post(ACCOUNT + "/subscribed_apps", "");
        simulator.people().person(ANNA).writes("Hello again?");
        assertThat(receiver.next().text()).contains("Hello again?");
    }

    @Test
    void webhooks_of_a_number_or_an_account_can_go_elsewhere() throws Exception {
        try (Receiver other = new Receiver();
                Receiver third = new Receiver()) {
            graph.post(ACCOUNT + "/subscribed_apps", "{'override_callback_uri':'" + other.uri() + "'}");
            simulator.people().person(ANNA).writes("To the account's");
            assertThat(other.next().text()).contains("To the account's");
            assertThat(graph.post(NUMBER, "{'webhook_configuration':{'override_callback_uri':'" + third.uri() + "'}}")
                            .success())
                    .isTrue();
            simulator.people().person(ANNA).writes("To the number's");
            assertThat(third.next().text()).contains("To the number's");
            assertThat(graph.get(NUMBER + "?fields=webhook_configuration")
                            .json()
                            .path("webhook_configuration")
                            .path("phone_number")
                            .asText())
                    .isEqualTo(third.uri().toString());
            assertThat(graph.post(NUMBER, "{'webhook_configuration':{'override_callback_uri':'ftp://x'}}")
                            .code())
                    .isEqualTo(100);
        }
    }

    @Test
    void the_app_says_by_its_own_token_where_webhooks_go_and_of_what() throws Exception {
        Graph app = graph.withToken(Tokens.APP_ID + "|secret");
        String path = Tokens.APP_ID + "/subscriptions";
        try (Receiver other = new Receiver()) {
            String subscription =
                    "object=whatsapp_business_account&verify_token=mine&fields=messages&callback_url=" + other.uri();
            assertThat(app.form(path, subscription).success()).isTrue();
            JsonNode all = app.get(path).json().path("data");
            assertThat(all).hasSize(1);
            assertThat(all.path(0).path("fields").path(0).path("name").asText()).isEqualTo("messages");

            simulator.templates().quality("parcel", "en_US", "YELLOW");
            simulator.people().person(ANNA).writes("Hello?");
            assertThat(other.next().text()).contains("Hello?");
            assertThat(app.delete(path).success()).isTrue();
            assertThat(app.get(path).json().path("data")).isEmpty();
            assertThat(app.form(path, subscription.replace("whatsapp_business_account", "page"))
                            .code())
                    .isEqualTo(100);
        }
    }

    @Test
    void an_account_can_be_kept_from_sending() throws Exception {
        simulator.accounts().get(ACCOUNT).refuseSends(368);
        assertThat(client.send(Client.text(ANNA, "Hi")).code()).isEqualTo(368);
        simulator.accounts().get(ACCOUNT).refuseSends(0);
        assertThat(client.send(Client.text(ANNA, "Hi")).code()).isEqualTo(-1);
    }
}
