package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.conformance.Conforms;
import org.whatsapppolicy.simulator.ledger.WebhookAttempt;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;
import org.whatsapppolicy.simulator.webhook.Subscriber;
import org.whatsapppolicy.simulator.webhook.account.AccountReview;

/** How webhooks fare on their way. What is told is judged elsewhere. */
class DeliveryTest {

    private static final String ANNA = "+15550101001";
    private static final String SECRET = "an app secret";
    private static final Duration PATIENCE = Receiver.PATIENCE;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Receiver receiver;
    private Simulator simulator;

    @BeforeEach
    void start() throws IOException {
        receiver = new Receiver();
        simulator = simulator();
        simulator.webhooks().subscribe(receiver.uri(), SECRET);
    }

    private static Simulator simulator() {
        return aSimulator()
                .clock(SimulatorClock.virtual(Instant.ofEpochSecond(1_795_600_000L)))
                .template(SimulatedTemplate.of("autumn_sale", "en_US", "MARKETING"))
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        simulator.close();
        receiver.close();
    }

    private void writes(String... texts) {
        for (String text : texts) {
            simulator.people().person(ANNA).writes(text);
        }
    }

    @Test
    void webhooks_go_on_when_the_port_of_requests_was_closed_and_opened_again() throws Exception {
        String write = "/simulator/people/15550101001/write";
        assertThat(new Client(simulator)
                        .post(write, "{\"text\":\"before\"}", "")
                        .status())
                .isEqualTo(200);
        quiet();

        simulator.faults().refuseConnections();
        simulator.faults().acceptConnections();
        writes("after");
        quiet();

        assertThat(arrived()).containsExactly("before", "after");
    }

    @Test
    void the_port_of_requests_is_waited_for_when_somebody_has_it_for_a_moment() throws Exception {
        int port = URI.create(simulator.baseUri()).getPort();
        simulator.faults().refuseConnections();
        CompletableFuture<Void> opened;
        try (ServerSocket other = taking(port)) {
            assertThat(other.isBound()).isTrue();
            opened = CompletableFuture.runAsync(() -> simulator.faults().acceptConnections());
            assertThatThrownBy(() -> opened.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        }
        opened.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(URI.create(simulator.baseUri()).getPort()).isEqualTo(port);
    }

    private static ServerSocket taking(int port) throws IOException {
        long since = System.nanoTime();
        while (true) {
            ServerSocket socket = new ServerSocket();
            try {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return socket;
            } catch (BindException e) {
                socket.close();
                if (System.nanoTime() - since > PATIENCE.toNanos()) {
                    throw e;
                }
            }
        }
    }

    private void quiet() {
        simulator.webhooks().awaitQuiet(PATIENCE);
    }

    /** The texts that arrived since the last call, in the order of arrival. */
    private List<String> arrived() throws IOException {
        quiet();
        List<String> texts = new ArrayList<>();
        for (Receiver.Hook hook : receiver.all()) {
            for (JsonNode body : JSON.readTree(hook.body()).findValues("body")) {
                texts.add(body.asText());
            }
        }
        return texts;
    }

    private List<String> ledger() {
        quiet();
        return simulator.ledger().webhooks().stream()
                .map(attempt -> attempt.attempt() + " " + attempt.status() + " " + attempt.fault())
                .toList();
    }

    @Test
    void the_signature_is_over_the_bytes_sent_whatever_is_in_them() throws Exception {
        writes("50% off / <Zo\u00eb> \ud83d\ude00 me@shop \"x\" \\ \n");
        quiet();

        Receiver.Hook hook = receiver.next();
        assertThat(hook.text())
                .isASCII()
                .contains("50\\u0025 off \\/ \\u003cZo\\u00eb> \\ud83d\\ude00 me\\u0040shop \\\"x\\\" \\\\ \\n");
        assertThat(hook.signature()).isEqualTo("sha256=" + hmac(hook.body()));
        assertThat(JSON.readTree(hook.body()).findValue("body").asText())
                .isEqualTo("50% off / <Zo\u00eb> \ud83d\ude00 me@shop \"x\" \\ \n");
    }

    private static String hmac(byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }

    @Test
    void webhooks_are_lost_repeated_late_and_overtaken_on_demand() throws Exception {
        simulator
                .webhooks()
                .faults()
                .loseNext(1)
                .repeatNext(1, 2)
                .lateNext(1, Duration.ofHours(2))
                .overtakeNext(1);
        writes("lost", "repeated", "late", "overtaken", "usual");

        assertThat(arrived()).containsExactlyInAnyOrder("repeated", "repeated", "repeated", "usual", "overtaken");
        simulator.clock().advance(Duration.ofHours(2));
        assertThat(arrived()).containsExactly("late");
        assertThat(simulator.ledger().webhooks())
                .filteredOn(attempt -> "lost".equals(attempt.fault()))
                .extracting(WebhookAttempt::attempt)
                .containsExactly(0);
        assertThat(simulator.webhooks().waiting()).isZero();
    }

    @Test
    void the_same_seed_gives_the_same_deliveries() throws Exception {
        List<String> first = campaign(7);

        assertThat(campaign(7)).isEqualTo(first);
        assertThat(campaign(8)).isNotEqualTo(first);
        assertThat(first).anyMatch(line -> line.endsWith("lost"));
        assertThat(first).anyMatch(line -> line.endsWith("late"));
        assertThat(first).anyMatch(line -> line.endsWith("repeated"));
        assertThat(first).anyMatch(line -> line.endsWith("reordered"));
    }

    private List<String> campaign(long seed) throws Exception {
        try (Simulator other = simulator()) {
            other.webhooks().subscribe(receiver.uri(), SECRET);
            other.webhooks()
                    .faults()
                    .seed(seed)
                    .lose(0.1)
                    .late(0.1, Duration.ofMinutes(5))
                    .repeat(0.1, 1)
                    .reorder(0.2, Duration.ofSeconds(10));
            Client client = new Client(other);
            for (int i = 0; i < 30; i++) {
                client.send(template(ANNA, "autumn_sale", "en_US", "[]"));
            }
            for (int i = 0; i < 40; i++) {
                other.clock().advance(Duration.ofSeconds(10));
                other.webhooks().awaitQuiet(PATIENCE);
            }
            return other.ledger().webhooks().stream()
                    .map(attempt -> attempt.kind() + " " + attempt.id() + " " + attempt.fault())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void a_pause_holds_everything_back_in_order() throws Exception {
        simulator.webhooks().pause();
        writes("one", "two");
        assertThat(arrived()).isEmpty();
        assertThat(simulator.webhooks().waiting()).isEqualTo(2);

        simulator.webhooks().resume();
        assertThat(arrived()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void the_last_ones_are_delivered_once_more() throws Exception {
        writes("one", "two", "three");
        assertThat(arrived()).hasSize(3);

        assertThat(simulator.webhooks().redeliver(2)).isEqualTo(2);
        assertThat(arrived()).containsExactlyInAnyOrder("two", "three");
        assertThat(ledger()).contains("1 200 redelivered");
    }

    @Test
    void several_events_share_a_post_once_there_are_enough_or_time_is_up() throws Exception {
        simulator.webhooks().batch(3, Duration.ofSeconds(5));
        writes("one", "two", "three", "four");
        quiet();

        JsonNode value = JSON.readTree(receiver.next().body()).at("/entry/0/changes/0/value");
        assertThat(value.path("messages")).hasSize(3);
        assertThat(value.path("contacts")).hasSize(3);
        assertThat(receiver.all()).isEmpty();
        simulator.clock().advance(Duration.ofSeconds(5));
        assertThat(arrived()).containsExactly("four");
        assertThat(simulator.ledger().webhooks())
                .extracting(WebhookAttempt::batch)
                .containsExactly(3, 3, 3, 1);
        assertThatThrownBy(() -> simulator.webhooks().batch(1_001, Duration.ZERO))
                .hasMessageContaining("1 to 1000");
    }

    @Test
    @Conforms("C-683")
    void no_post_is_larger_than_three_megabytes() throws Exception {
        int count = 300;
        simulator.webhooks().batch(1_000, Duration.ofSeconds(5));
        for (int i = 0; i < count; i++) {
            writes("\u00eb".repeat(4_096));
        }
        simulator.clock().advance(Duration.ofSeconds(5));
        quiet();

        List<Receiver.Hook> posts = receiver.all();
        assertThat(posts).hasSizeGreaterThan(1).allSatisfy(post -> assertThat(post.body())
                .hasSizeLessThanOrEqualTo(3 * 1024 * 1024));
        assertThat(simulator.ledger().webhooks()).hasSize(count);
        assertThat(simulator.webhooks().waiting()).isZero();
    }

    @Test
    void a_batch_of_many_kinds_and_accounts_keeps_them_apart() throws Exception {
        simulator.numbers().add("200000000000002", "+15550100002", "100000000000002");
        simulator.webhooks().batch(5, Duration.ofSeconds(5));
        writes("one");
        simulator.people().person(ANNA).stopsOffers();
        writes("two");
        simulator.people().person(ANNA).chat("200000000000002").writes("three");
        simulator.webhooks().tell(new AccountReview("100000000000002", "APPROVED"));
        quiet();

        JsonNode entries = JSON.readTree(receiver.next().body()).path("entry");
        assertThat(entries.findValuesAsText("field"))
                .containsExactly("messages", "user_preferences", "messages", "messages", "account_review_update");
        assertThat(entries).hasSize(3);
        assertThat(entries.path(1).has("time")).isFalse();
        assertThat(entries.path(2).path("time").isIntegralNumber()).isTrue();
    }

    @Test
    void a_number_and_an_account_can_have_a_url_of_their_own() throws Exception {
        simulator.numbers().add("200000000000002", "+15550100002", Client.ACCOUNT);
        try (Receiver ofNumber = new Receiver();
                Receiver ofAccount = new Receiver()) {
            simulator
                    .webhooks()
                    .overrideForNumber("200000000000002", ofNumber.uri())
                    .overrideForAccount(Client.ACCOUNT, ofAccount.uri());
            writes("to the account's");
            simulator.people().person(ANNA).chat("200000000000002").writes("to the number's");
            simulator.webhooks().tell(new AccountReview(Client.ACCOUNT, "APPROVED"));
            quiet();

            Receiver.Hook hook = ofNumber.next();
            assertThat(hook.text()).contains("to the number's");
            assertThat(hook.signature()).isEqualTo("sha256=" + hmac(hook.body()));
            assertThat(ofAccount.next().text()).contains("to the account's");
            assertThat(receiver.next().text()).contains("account_review_update");
            assertThat(receiver.all()).isEmpty();
        }
    }

    @Test
    void each_app_hears_the_fields_it_subscribed_to_with_its_own_signature() throws Exception {
        try (Receiver other = new Receiver()) {
            simulator.webhooks().subscribe(new Subscriber(other.uri(), "another secret", Set.of("user_preferences")));
            writes("Hello?");
            simulator.people().person(ANNA).stopsOffers();
            quiet();

            Receiver.Hook hook = other.next();
            assertThat(hook.text()).contains("user_preferences");
            assertThat(hook.signature()).isNotEqualTo("sha256=" + hmac(hook.body()));
            assertThat(other.all()).isEmpty();
            assertThat(receiver.all()).hasSize(2);
        }
    }

    @Test
    void what_exceeds_the_bound_is_lost_and_counted() throws Exception {
        try (Simulator small = aSimulator().webhookBound(2).build().start()) {
            small.webhooks().subscribe(receiver.uri(), SECRET);
            small.webhooks().pause();
            for (int i = 0; i < 5; i++) {
                small.people().person(ANNA).writes("Hello?");
            }

            assertThat(small.webhooks().waiting()).isEqualTo(2);
            assertThat(small.lostWebhooks()).isEqualTo(3);
        }
    }

    @Test
    void only_http_urls_with_a_host_are_taken() {
        assertThatThrownBy(() -> simulator.webhooks().subscribe(URI.create("ftp://127.0.0.1/x"), SECRET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ftp://127.0.0.1/x");
    }
}
