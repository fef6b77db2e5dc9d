package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.BRUNO;
import static org.whatsapppolicy.camel.Rig.SOON;
import static org.whatsapppolicy.camel.Rig.header;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.inbound.InboundEvent;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.optout.Intent;
import org.whatsapppolicy.store.FeedEvent;

/** What people answer reaches the policy first, and the route afterwards. */
class WebhookTest {

    private static final String SECRET = "app secret";
    private final Queue<Exchange> got = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final int port = FreePort.next();
    private final URI hook = URI.create("http://127.0.0.1:" + port + "/whatsapp/webhook");
    // Marketing without intake: external is possible, because this installation hears opt-outs (S-20).
    private final Rig rig =
            new Rig(Rig.POLICY.replace("optOut: { intake: external }\n", ""), builder -> builder.webhook(hook, SECRET));

    @BeforeEach
    void start() throws Exception {
        VertxPlatformHttpServerConfiguration http = new VertxPlatformHttpServerConfiguration();
        http.setBindHost("127.0.0.1");
        http.setBindPort(port);
        rig.camel.addService(new VertxPlatformHttpServer(http));
        rig.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").to(Rig.SEND);
                from("whatsapp-policy:webhook?appSecret=RAW(old, " + SECRET + ")&verifyToken=word")
                        .process(exchange -> {
                            if (failures.getAndDecrement() > 0) {
                                throw new IOException("the CRM is away");
                            }
                            got.add(exchange.copy());
                        });
            }
        });
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private List<Exchange> events(String kind) {
        return got.stream()
                .filter(e -> kind.equals(header(e, WhatsAppPolicyConstants.EVENT)))
                .toList();
    }

    private Exchange one(String kind) {
        await().atMost(SOON).until(() -> !events(kind).isEmpty());
        return events(kind).get(0);
    }

    private @Nullable Object decision(String phone) {
        return header(rig.slip(phone), WhatsAppPolicyConstants.DECISION);
    }

    @Test
    @DisplayName("S-16: a typed stop ends everything proactive, before the route hears of it")
    void stop_is_final() {
        rig.agreed(ANA, "slip").agreed(BRUNO, "slip");
        rig.simulator.people().person(ANA).writes("PARAR!");
        Exchange event = one("message");
        assertThat(header(event, WhatsAppPolicyConstants.INTENT)).isEqualTo(Intent.OPT_OUT.name());
        assertThat(header(event, WhatsAppPolicyConstants.RECIPIENT)).isEqualTo(ANA);
        assertThat(header(event, WhatsAppPolicyConstants.SENDER)).isEqualTo("billing");
        assertThat(event.getMessage().getBody()).isInstanceOf(InboundEvent.class);
        Exchange denied = rig.slip(ANA);
        assertThat(header(denied, WhatsAppPolicyConstants.DECISION)).isEqualTo("DENY");
        assertThat(String.valueOf(header(denied, WhatsAppPolicyConstants.REASONS)))
                .contains("opted-out");
        assertThat(decision(BRUNO)).isEqualTo("ALLOW");
        assertThat(rig.accepted()).hasSize(1);
    }

    @Test
    @DisplayName("S-16: a typed stop is heard as well while an operator has stopped everything")
    void stop_is_heard_while_everything_is_stopped() {
        rig.agreed(ANA, "slip");
        rig.store().controls().stop("all", "ann", "wrong amounts");
        assertThat(decision(ANA)).isEqualTo("DEFER");

        rig.simulator.people().person(ANA).writes("PARAR!");
        assertThat(header(one("message"), WhatsAppPolicyConstants.INTENT)).isEqualTo(Intent.OPT_OUT.name());
        rig.store().controls().resume("all", "bob", "mended");

        assertThat(decision(ANA)).isEqualTo("DENY");
        assertThat(rig.accepted()).isEmpty();
    }

    @Test
    @DisplayName("S-16: stop in the app's menu ends marketing alone")
    void the_menu_stops_marketing() {
        rig.agreed(ANA, "slip").agreed(ANA, "offers");
        rig.simulator.people().person(ANA).stopsOffers();
        one("preference");
        Exchange slip = rig.slip(ANA);
        assertThat(header(slip, WhatsAppPolicyConstants.DECISION))
                .as(String.valueOf(header(slip, WhatsAppPolicyConstants.REASONS)))
                .isEqualTo("ALLOW");
        Exchange offer = rig.send(
                "whatsapp-policy:send?purpose=offers&template=offer&templateLanguage=pt_BR&parameter.nome=Ana",
                null,
                java.util.Map.of(WhatsAppPolicyConstants.RECIPIENT, ANA));
        assertThat(header(offer, WhatsAppPolicyConstants.DECISION)).isEqualTo("DENY");
        assertThat(String.valueOf(header(offer, WhatsAppPolicyConstants.REASONS)))
                .contains("opted-out");
    }

    @Test
    @DisplayName("S-24: an ordinary message opens the window and is nothing else")
    void a_message_opens_the_window() {
        rig.simulator.people().person(ANA).writes("Oi, qual o valor?");
        assertThat(header(one("message"), WhatsAppPolicyConstants.INTENT)).isEqualTo(Intent.NONE.name());
        assertThat(rig.store().lookup(rig.recipient(ANA), Duration.ZERO).lastInbound())
                .isNotNull();
    }

    @Test
    void statuses_move_the_message() {
        rig.agreed(ANA, "slip");
        Exchange sent = rig.slip(ANA);
        UUID id = UUID.fromString(String.valueOf(header(sent, WhatsAppPolicyConstants.MESSAGE_ID)));
        await().atMost(SOON).until(() -> rig.store().message(id).orElseThrow().state() == MessageState.READ);
        await().atMost(SOON).until(() -> events("status").size() == 3);
        assertThat(header(events("status").get(0), WhatsAppPolicyConstants.MESSAGE_ID))
                .isEqualTo(id.toString());
    }

    @Test
    @DisplayName("S-4: a template that the platform pauses is denied as soon as its webhook came")
    void news_of_a_template_has_them_read_again() {
        rig.agreed(ANA, "slip");
        assertThat(decision(ANA)).isEqualTo("ALLOW");

        rig.simulator.templates().pause("slip_due", "pt_BR");

        await().atMost(SOON).untilAsserted(() -> assertThat(decision(ANA)).isEqualTo("DENY"));
    }

    @Test
    @DisplayName("S-41: what the platform posts of a template is a typed event for those who subscribed to it")
    void news_of_a_template_is_told_to_subscribers() throws Exception {
        Queue<Exchange> told = new ConcurrentLinkedQueue<>();
        rig.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("whatsapp-policy:events?subscriber=crm&types=template")
                        .process(exchange -> told.add(exchange.copy()));
            }
        });

        rig.simulator.templates().pause("slip_due", "pt_BR");

        await().atMost(SOON).until(() -> !told.isEmpty());
        Exchange event = told.element();
        assertThat(header(event, WhatsAppPolicyConstants.EVENT)).isEqualTo("template");
        assertThat(header(event, WhatsAppPolicyConstants.CHANGE)).isEqualTo("template-status");
        assertThat(header(event, WhatsAppPolicyConstants.ABOUT)).isEqualTo("slip_due");
        assertThat(header(event, WhatsAppPolicyConstants.STATE)).isEqualTo("PAUSED");
        FeedEvent body = event.getMessage().getBody(FeedEvent.class);
        assertThat(body.kind()).isEqualTo(FeedEvent.Kind.TEMPLATE);
        assertThat(body.told()).isInstanceOfSatisfying(FeedEvent.Announced.class, news -> assertThat(news.raw())
                .contains("PAUSED"));
        assertThat(rig.simulator.ledger().webhooks())
                .as("it came by the platform's webhook")
                .anyMatch(attempt -> attempt.status() == 200);
    }

    @Test
    @DisplayName("S-24: after a call that was taken a free-form message goes, after one that nobody took it does not")
    void a_call_that_was_taken_opens_the_window() throws Exception {
        rig.agreed(ANA, "slip").agreed(BRUNO, "slip");
        called(ANA, "COMPLETED");
        called(BRUNO, "FAILED");
        await().atMost(SOON).until(() -> events("call").size() == 2);
        assertThat(header(freeForm(ANA), WhatsAppPolicyConstants.DECISION)).isEqualTo("ALLOW");
        Exchange denied = freeForm(BRUNO);
        assertThat(header(denied, WhatsAppPolicyConstants.DECISION)).isEqualTo("DENY");
        assertThat(String.valueOf(header(denied, WhatsAppPolicyConstants.REASONS)))
                .contains("window-closed");
        assertThat(rig.accepted()).hasSize(1);
    }

    private void called(String phone, String status) throws Exception {
        String body = """
                {"object":"whatsapp_business_account","entry":[{"id":"2001","changes":[{"field":"calls","value":{
                "metadata":{"phone_number_id":"1001"},"calls":[{"id":"wacid.%s","from":"%s","to":"5511300000001",
                "event":"terminate","direction":"USER_INITIATED","timestamp":"1774353300","status":"%s",
                "start_time":"1774353240","end_time":"1774353300","duration":60}]}}]}]}
                """.formatted(status, phone.substring(1), status);
        assertThat(post(body, signature(SECRET, body)).statusCode()).isEqualTo(200);
    }

    private Exchange freeForm(String phone) {
        return rig.send(
                "whatsapp-policy:send?purpose=slip",
                "Your slip is below",
                Map.of(WhatsAppPolicyConstants.RECIPIENT, phone));
    }

    @Test
    @DisplayName("M-8: what one person writes while the route is busy with them comes afterwards, in its order")
    void the_order_of_a_person_is_kept() throws Exception {
        List<String> wamids = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String body = message("wamid.O" + i, "Oi");
            wamids.add("wamid.O" + i);
            assertThat(post(body, signature(SECRET, body)).statusCode()).isEqualTo(200);
        }
        await().atMost(SOON).until(() -> got.size() == 30);
        assertThat(got)
                .extracting(e -> header(e, WhatsAppPolicyConstants.WAMID))
                .isEqualTo(wamids);
    }

    @Test
    @DisplayName("S-46: what the route could not take comes again, and the platform never notices")
    void the_route_gets_it_again() {
        failures.set(2);
        rig.simulator.people().person(ANA).writes("Oi");
        AtomicInteger seconds = new AtomicInteger();
        // The store's clock is ours, and what waits for another try goes by it.
        await().atMost(SOON).until(() -> {
            rig.store().moveClock(Rig.MORNING.plusSeconds(seconds.incrementAndGet()));
            return !events("message").isEmpty();
        });
        assertThat(failures.get()).isNegative();
        assertThat(rig.simulator.ledger().webhooks()).allMatch(attempt -> attempt.status() == 200);
    }

    @Test
    void a_repeated_delivery_is_one_event() throws Exception {
        String body = message("wamid.A", "Oi");
        assertThat(post(body, signature(SECRET, body)).statusCode()).isEqualTo(200);
        assertThat(post(body, signature("old", body)).statusCode()).isEqualTo(200);
        String other = message("wamid.B", "Oi de novo");
        assertThat(post(other, signature(SECRET, other)).statusCode()).isEqualTo(200);
        await().atMost(SOON).until(() -> got.size() == 2);
    }

    @Test
    void nothing_forged_is_recorded() throws Exception {
        rig.agreed(ANA, "slip");
        String stop = message("wamid.C", "STOP");
        assertThat(post(stop, null).statusCode()).isEqualTo(401);
        assertThat(post(stop, signature("other", stop)).statusCode()).isEqualTo(401);
        assertThat(post(stop + " ", signature(SECRET, stop)).statusCode()).isEqualTo(401);
        assertThat(post(stop, "sha256=zz").statusCode()).isEqualTo(401);
        String nested = "[".repeat(10_000) + "]".repeat(10_000);
        assertThat(post(nested, signature(SECRET, nested)).statusCode()).isEqualTo(400);
        assertThat(decision(ANA)).isEqualTo("ALLOW");
        assertThat(post(stop, signature(SECRET, stop)).statusCode()).isEqualTo(200);
        assertThat(decision(ANA)).isEqualTo("DENY");
    }

    @Test
    @DisplayName("S-22: a stop counts for every address under which the person wrote")
    void a_stop_counts_for_the_user_id_too() throws Exception {
        rig.agreed("BR.1A2b3C", "slip");
        String stop = message("wamid.D", "STOP").replace("\"from\":", "\"from_user_id\":\"BR.1A2b3C\",\"from\":");
        assertThat(post(stop, signature(SECRET, stop)).statusCode()).isEqualTo(200);
        assertThat(decision("BR.1A2b3C")).isEqualTo("DENY");
    }

    @Test
    void odd_deliveries_pass_as_unknown() throws Exception {
        for (String body :
                List.of("{}", "{\"entry\":7}", "{\"entry\":[{\"changes\":[{\"field\":\"new\",\"value\":[]}]}]}")) {
            assertThat(post(body, signature(SECRET, body)).statusCode()).isEqualTo(200);
        }
        await().atMost(SOON).until(() -> events("unknown").size() == 3);
    }

    @Test
    void the_handshake_answers_who_knows_the_word() {
        assertThat(rig.simulator.verifyWebhook("word")).isTrue();
        assertThat(rig.simulator.verifyWebhook("another")).isFalse();
    }

    private String message(String wamid, String text) {
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"2001\",\"changes\":[{\"field\":\"messages\",\"value\":"
                + "{\"messaging_product\":\"whatsapp\",\"metadata\":{\"phone_number_id\":\"1001\"},\"messages\":[{\"from\":\""
                + ANA.substring(1) + "\",\"id\":\"" + wamid
                + "\",\"timestamp\":\"1774353000\",\"type\":\"text\",\"text\":{\"body\":\""
                + text + "\"}}]}}]}]}";
    }

    private HttpResponse<String> post(String body, @Nullable String signature) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(hook)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (signature != null) {
            request.header("X-Hub-Signature-256", signature);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String signature(String secret, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
