package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.template;
import static org.whatsapppolicy.simulator.Client.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.conformance.Conforms;
import org.whatsapppolicy.simulator.ledger.WebhookAttempt;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;
import org.whatsapppolicy.simulator.webhook.Signature;
import org.whatsapppolicy.simulator.webhook.event.StatusForm;

class WebhookTest {

    private static final String ANNA = "+15550101001";
    private static final String SECRET = "an app secret";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Receiver receiver;
    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        receiver = new Receiver();
        simulator = aSimulator()
                .clock(SimulatorClock.virtual(Instant.ofEpochSecond(1_795_600_000L)))
                .template(SimulatedTemplate.of("autumn_sale", "en_US", "MARKETING"))
                .webhook(receiver.uri(), SECRET)
                .build()
                .start();
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
        receiver.close();
    }

    private JsonNode value() throws Exception {
        Receiver.Hook hook = receiver.next();
        assertThat(hook.signature()).isEqualTo(new Signature(SECRET).of(hook.body()));
        JsonNode entry = JSON.readTree(hook.body()).path("entry").path(0);
        assertThat(entry.path("id").asText()).isEqualTo(Client.ACCOUNT);
        return entry.path("changes").path(0).path("value");
    }

    private JsonNode statusAfter(int millis) throws Exception {
        simulator.clock().advance(Duration.ofMillis(millis));
        return value().path("statuses").path(0);
    }

    @Test
    @Conforms("C-133")
    void a_message_is_sent_delivered_and_read_with_its_callback_data() throws Exception {
        String json = template(ANNA, "autumn_sale", "en_US", "[]")
                .replaceFirst("\\{", "{\"biz_opaque_callback_data\":\"row-1\",");
        String wamid = client.send(json).wamid();

        JsonNode sent = statusAfter(10);
        assertThat(sent.path("status").asText()).isEqualTo("sent");
        assertThat(sent.path("id").asText()).isEqualTo(wamid);
        assertThat(sent.path("recipient_id").asText()).isEqualTo("15550101001");
        assertThat(sent.path("biz_opaque_callback_data").asText()).isEqualTo("row-1");
        assertThat(sent.path("timestamp").asText()).isEqualTo("1795600000");
        assertThat(sent.path("pricing").path("category").asText()).isEqualTo("marketing");
        assertThat(statusAfter(20).path("status").asText()).isEqualTo("delivered");
        assertThat(statusAfter(30).path("status").asText()).isEqualTo("read");
        simulator.ledger().awaitWebhooks(3, Receiver.PATIENCE);
        assertThat(simulator.ledger().webhooks())
                .extracting(WebhookAttempt::kind)
                .containsExactly("sent", "delivered", "read");
    }

    @Test
    @Conforms("C-134")
    void a_text_outside_the_window_fails_later_with_131047_and_inside_it_goes_through() throws Exception {
        client.send(text(ANNA, "Too early"));
        JsonNode failed = statusAfter(20);
        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.path("errors").path(0).path("code").asInt()).isEqualTo(131047);
        assertThat(failed.path("errors").path(0).path("title").asText()).isEqualTo("Re-engagement message");

        simulator.people().person(ANNA).writes("Hello?");
        assertThat(value().path("messages").path(0).path("type").asText()).isEqualTo("text");
        client.send(text(ANNA, "Now"));
        assertThat(statusAfter(10).path("status").asText()).isEqualTo("sent");
    }

    @Test
    @Conforms("C-135")
    void the_window_closes_24_hours_after_the_last_message_to_the_millisecond() throws Exception {
        simulator.people().person(ANNA).reads(false).writes("Hello?");
        assertThat(value().has("messages")).isTrue();
        simulator.clock().advance(Duration.ofHours(24).minusMillis(1));
        client.send(text(ANNA, "Just in time"));
        simulator.clock().advance(Duration.ofMillis(1));
        client.send(text(ANNA, "Just too late"));

        simulator.clock().advance(Duration.ofSeconds(1));
        simulator.ledger().awaitWebhooks(4, Receiver.PATIENCE);
        assertThat(simulator.ledger().webhooks())
                .extracting(WebhookAttempt::kind)
                .containsExactlyInAnyOrder("text", "sent", "delivered", "failed");
    }

    @Test
    @Conforms("C-136")
    void what_people_write_and_tap_arrives_signed_over_escaped_bytes() throws Exception {
        String wamid = client.send(template(ANNA, "autumn_sale", "en_US", "[]")).wamid();
        simulator.people().person(ANNA).named("Zo\u00eb").writes("Ol\u00e1 \ud83d\ude00");

        Receiver.Hook hook = receiver.next();
        assertThat(hook.text())
                .contains("\"Zo\\u00eb\"", "\"Ol\\u00e1 \\ud83d\\ude00\"")
                .isASCII();
        assertThat(hook.signature()).isEqualTo(new Signature(SECRET).of(hook.body()));
        JsonNode message = JSON.readTree(hook.body()).at("/entry/0/changes/0/value/messages/0");
        assertThat(message.path("from").asText()).isEqualTo("15550101001");
        assertThat(message.path("text").path("body").asText()).isEqualTo("Ol\u00e1 \ud83d\ude00");

        simulator.people().person(ANNA).chat().taps("STOP_ALL", "Unsubscribe", wamid);
        JsonNode tap = value().path("messages").path(0);
        assertThat(tap.path("button").path("payload").asText()).isEqualTo("STOP_ALL");
        assertThat(tap.path("context").path("id").asText()).isEqualTo(wamid);
    }

    @Test
    @Conforms("C-137")
    void a_hidden_phone_number_is_left_out() throws Exception {
        simulator.people().person("BR.4711").named("Grace").writes("Found you by name");

        JsonNode value = value();
        assertThat(value.path("messages").path(0).path("from_user_id").asText()).isEqualTo("BR.4711");
        assertThat(value.path("messages").path(0).has("from")).isFalse();
        assertThat(value.path("contacts").path(0).has("wa_id")).isFalse();
    }

    @Test
    @Conforms("C-138")
    void stopped_offers_are_told_and_marketing_fails_with_131050_until_resumed() throws Exception {
        simulator.people().person(ANNA).stopsOffers();
        assertThat(value().at("/user_preferences/0/value").asText()).isEqualTo("stop");
        client.send(template(ANNA, "autumn_sale", "en_US", "[]"));
        assertThat(statusAfter(20).at("/errors/0/code").asInt()).isEqualTo(131050);

        simulator.people().person(ANNA).resumesOffers();
        assertThat(value().at("/user_preferences/0/value").asText()).isEqualTo("resume");
        client.send(template(ANNA, "autumn_sale", "en_US", "[]"));
        assertThat(statusAfter(20).path("status").asText()).isEqualTo("sent");
    }

    @Test
    @Conforms("C-139")
    void a_person_can_be_unreachable() throws Exception {
        simulator.people().person(ANNA).failsWith(131026);

        client.send(template(ANNA, "autumn_sale", "en_US", "[]"));

        assertThat(statusAfter(20).at("/errors/0/code").asInt()).isEqualTo(131026);
    }

    @Test
    void failures_can_be_told_with_no_more_than_is_certain() throws Exception {
        simulator.webhooks().tellStatuses(StatusForm.LEAST);
        simulator.people().person(ANNA).failsWith(131026);

        client.send(template(ANNA, "autumn_sale", "en_US", "[]"));

        JsonNode failed = statusAfter(20);
        assertThat(failed.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("id", "status", "timestamp", "errors");
        assertThat(failed.at("/errors/0").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("code", "title");
    }

    @Test
    @Conforms("C-140")
    void what_is_not_taken_comes_again_at_once_and_then_after_growing_gaps() throws Exception {
        receiver.answersFirst(500, 503, 404, 201);
        simulator.people().person(ANNA).writes("Hello?");

        assertThat(receiver.next().text()).isEqualTo(receiver.next().text());
        assertThat(triesAfter(Duration.ofMillis(999))).isEqualTo(2);
        assertThat(triesAfter(Duration.ofMillis(1))).isEqualTo(3);
        assertThat(triesAfter(Duration.ofMillis(3_999))).isEqualTo(3);
        assertThat(triesAfter(Duration.ofMillis(1))).isEqualTo(4);
        assertThat(triesAfter(Duration.ofMillis(15_999))).isEqualTo(4);
        assertThat(triesAfter(Duration.ofMillis(1))).isEqualTo(5);
        assertThat(simulator.ledger().webhooks())
                .extracting(WebhookAttempt::status)
                .containsExactly(500, 503, 404, 201, 200);
        assertThat(simulator.ledger().takenWebhookCount()).isEqualTo(1);
    }

    private int triesAfter(Duration time) {
        simulator.letPass(time);
        return simulator.ledger().webhooks().size();
    }

    @Test
    @Conforms("C-143")
    void paused_templates_and_moved_categories_are_announced() throws Exception {
        simulator.templates().pause("autumn_sale", "en_US");
        JsonNode paused = value();
        assertThat(paused.path("event").asText()).isEqualTo("PAUSED");
        assertThat(paused.path("message_template_id").isIntegralNumber()).isTrue();
        assertThat(client.send(template(ANNA, "autumn_sale", "en_US", "[]")).code())
                .isEqualTo(132015);

        simulator.templates().approve("autumn_sale", "en_US");
        assertThat(value().path("event").asText()).isEqualTo("APPROVED");
        simulator.templates().category("autumn_sale", "en_US", "UTILITY");
        JsonNode moved = value();
        assertThat(moved.path("previous_category").asText()).isEqualTo("MARKETING");
        assertThat(moved.path("new_category").asText()).isEqualTo("UTILITY");
    }

    @Test
    @Conforms("C-141")
    void the_receiver_proves_itself_by_the_challenge() {
        assertThat(simulator.verifyWebhook("my token")).isTrue();
        assertThat(simulator.verifyWebhook("another")).isFalse();
    }

    @Test
    void without_a_receiver_there_is_nothing_to_verify() {
        try (Simulator silent = aSimulator().build()) {
            assertThatThrownBy(() -> silent.verifyWebhook("my token")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    @Conforms("C-142")
    void a_known_secret_and_body_give_the_known_signature() {
        byte[] body = "{\"object\":\"whatsapp_business_account\",\"entry\":[]}".getBytes(StandardCharsets.US_ASCII);

        assertThat(new Signature("test_app_secret").of(body))
                .isEqualTo("sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756");
    }
}
