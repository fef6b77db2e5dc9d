package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.BRUNO;
import static org.whatsapppolicy.camel.Rig.header;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.store.MessageIds;

/** S-8: statuses tell who else sends over a number, and that the store came back from a backup. */
class StrangersTest {

    private static final String UNDECLARED = Rig.POLICY.replace("store: { freshStore: accepted }\n", "");

    private static final Map<String, Object> TO_BRUNO = Map.of(
            WhatsAppPolicyConstants.RECIPIENT, BRUNO,
            WhatsAppPolicyConstants.TEMPLATE, "offer",
            WhatsAppPolicyConstants.TEMPLATE_LANGUAGE, "pt_BR");

    private final HttpClient program = HttpClient.newHttpClient();
    private final Queue<Exchange> events = new ConcurrentLinkedQueue<>();
    private Listening listening = new Listening(UNDECLARED);

    @AfterEach
    void stop() {
        listening.close();
    }

    private Rig start(String policy) throws Exception {
        listening.close();
        listening = new Listening(policy).start();
        listening.rig.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("whatsapp-policy:events?subscriber=ops&types=sender").process(e -> events.add(e.copy()));
            }
        });
        listening.rig.simulator.people().person(ANA).writes("Oi");
        return listening.rig;
    }

    /** Another program sends over the number, with our token and around the policy. */
    private void sends(String callback) throws Exception {
        String body = "{\"messaging_product\":\"whatsapp\",\"to\":\"" + ANA
                + "\",\"type\":\"text\",\"text\":{\"body\":\"Oi\"}" + callback + "}";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(listening.rig.simulator.baseUri() + "/v25.0/1001/messages"))
                .header("Authorization", "Bearer first-token")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(program.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        await().atMost(Listening.SOON).until(() -> listening.got.stream()
                .anyMatch(e -> "status".equals(header(e, WhatsAppPolicyConstants.EVENT))));
    }

    private void look() {
        listening.rig.component.service().ear().strangers().look();
    }

    private Map<String, Object> health() {
        return HealthCheckHelper.invoke(listening.rig.camel).stream()
                .filter(result -> result.getCheck().getId().contains("whatsapp-policy"))
                .map(HealthCheck.Result::getDetails)
                .findFirst()
                .orElseThrow();
    }

    private void later(Rig rig, Duration time) {
        rig.store().moveClock(rig.store().now().plus(time));
    }

    @Test
    @DisplayName(
            "S-8: a status that names no message of ours tells of another sender, after ten minutes and once a day")
    void a_foreign_sender() throws Exception {
        Rig rig = start(UNDECLARED);
        sends("");
        look();
        assertThat(health()).doesNotContainKey("senders.foreign");
        later(rig, Duration.ofMinutes(10));
        look();
        look();
        assertThat(health()).containsEntry("senders.foreign", "1001");
        await().atMost(Listening.SOON).until(() -> !events.isEmpty());
        later(rig, Duration.ofHours(25));
        look();
        assertThat(health()).doesNotContainKey("senders.foreign");
        assertThat(events).hasSize(1).allSatisfy(event -> {
            assertThat(header(event, WhatsAppPolicyConstants.CHANGE)).isEqualTo("foreign-sender");
            assertThat(header(event, WhatsAppPolicyConstants.ABOUT)).isEqualTo("1001");
        });
    }

    @Test
    @DisplayName("S-8: otherSenders: expected says that it is meant")
    void others_may_be_expected() throws Exception {
        Rig rig = start(UNDECLARED.replace("revision: 1\n", "revision: 1\nstore: { otherSenders: expected }\n"));
        sends("");
        later(rig, Duration.ofMinutes(10));
        look();
        assertThat(health()).doesNotContainKey("senders.foreign");
    }

    @Test
    @DisplayName(
            "S-8: a status of a message of ours that the store does not know stops marketing until a list was imported")
    void a_restore() throws Exception {
        Rig rig = start(UNDECLARED);
        rig.store().suppressionImported(rig.store().now());
        UUID lost = new MessageIds(InstantSource.system(), new Random(8)).next();
        sends(",\"biz_opaque_callback_data\":\"" + lost + "\"");
        assertThat(reasons(rig)).doesNotContain("store-fresh");
        later(rig, Duration.ofMinutes(1));
        look();
        assertThat(health()).containsKey("store.restored");
        await().atMost(Listening.SOON).until(() -> !events.isEmpty());
        assertThat(header(events.element(), WhatsAppPolicyConstants.CHANGE)).isEqualTo("store-restored");
        assertThat(reasons(rig)).contains("store-fresh");
    }

    private static String reasons(Rig rig) throws Exception {
        Exchange offer = rig.send("whatsapp-policy:check?purpose=offers", Map.of("nome", "Bruno"), TO_BRUNO);
        return String.valueOf(header(offer, WhatsAppPolicyConstants.REASONS));
    }
}
