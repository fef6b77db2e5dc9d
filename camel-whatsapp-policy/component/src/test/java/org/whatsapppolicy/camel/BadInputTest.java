package org.whatsapppolicy.camel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.BRUNO;
import static org.whatsapppolicy.camel.Rig.header;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.policy.inbound.InboundEvent;
import org.whatsapppolicy.policy.inbound.Told;

/**
 * What anybody may post at the webhook, and what a person may write: nothing of it is executed, nothing that is not proved to be
 * the platform's is recorded, and the next valid delivery works.
 */
@DisplayName("Bad input")
class BadInputTest {

    private static final String STOP = message("wamid.stop", "STOP");

    private final WebhookRig hook = new WebhookRig(Rig.POLICY);
    private final AtomicInteger sprung = new AtomicInteger();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void start() throws Exception {
        PrintStream both = new PrintStream(printed, true, UTF_8);
        System.setOut(both);
        System.setErr(both);
        hook.rig().camel.getRegistry().bind("trap", new Trap(sprung));
        hook.start();
        hook.rig().agreed(ANA, "slip").agreed(BRUNO, "slip");
    }

    /** Whatever was tried, the platform's next delivery is taken and acted on. */
    @AfterEach
    void the_next_valid_delivery_works() {
        try {
            hook.post(message("wamid.next", BRUNO, "PARAR"));
            await().atMost(Duration.ofSeconds(20)).until(() -> hook.events("message").stream()
                    .anyMatch(event -> "wamid.next".equals(header(event, WhatsAppPolicyConstants.WAMID))));
            assertThat(decision(BRUNO)).isEqualTo("DENY");
            assertThat(sprung).hasValue(0);
        } finally {
            hook.rig().close();
            System.setOut(out);
            System.setErr(err);
        }
    }

    static Stream<Arguments> bodies() {
        byte[] stop = STOP.getBytes(UTF_8);
        byte[] cut = STOP.substring(0, STOP.length() / 2).getBytes(UTF_8);
        byte[] spaced = STOP.replace(":", ": ").getBytes(UTF_8);
        byte[] large =
                message("wamid.large", "STOP " + "x".repeat(4 * 1024 * 1024)).getBytes(UTF_8);
        byte[] array = ("[".repeat(10_000) + "]".repeat(10_000)).getBytes(UTF_8);
        byte[] deep = STOP.replace("\"STOP\"", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000))
                .getBytes(UTF_8);
        byte[] noText = STOP.replace("STOP", "STOP\u00ff").getBytes(ISO_8859_1);
        byte[] bomb = gzip(("{\"entry\":[" + " ".repeat(20 * 1024 * 1024) + "]}").getBytes(UTF_8));
        return Stream.of(
                refused("no signature", 401, stop, null, Map.of()),
                refused("another secret", 401, stop, WebhookRig.signature("guess", stop), Map.of()),
                refused("no hex", 401, stop, "sha256=zz", Map.of()),
                refused(
                        "half a signature",
                        401,
                        stop,
                        WebhookRig.signature(stop).substring(0, 40),
                        Map.of()),
                refused(
                        "an older algorithm",
                        401,
                        stop,
                        WebhookRig.signature(stop).replace("sha256", "sha1"),
                        Map.of()),
                refused("truncated on the way", 401, cut, WebhookRig.signature(stop), Map.of()),
                refused("truncated and signed", 400, cut, WebhookRig.signature(cut), Map.of()),
                refused("serialised again", 401, spaced, WebhookRig.signature(stop), Map.of()),
                refused("four megabytes", 413, large, WebhookRig.signature(large), Map.of()),
                refused("10,000 arrays", 400, array, WebhookRig.signature(array), Map.of()),
                refused("10,000 objects in a text", 400, deep, WebhookRig.signature(deep), Map.of()),
                refused("no UTF-8", 400, noText, WebhookRig.signature(noText), Map.of()),
                refused("empty", 400, new byte[0], WebhookRig.signature(new byte[0]), Map.of()),
                refused("a list", 400, "[1]".getBytes(UTF_8), WebhookRig.signature("[1]".getBytes(UTF_8)), Map.of()),
                refused("a compressed bomb", 415, bomb, WebhookRig.signature(bomb), Map.of("Content-Encoding", "gzip")),
                refused("a bomb that does not say so", 400, bomb, WebhookRig.signature(bomb), Map.of()));
    }

    private static Arguments refused(
            String what, int status, byte[] body, @Nullable String signature, Map<String, String> headers) {
        return Arguments.of(what, status, body, signature, headers);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("bodies")
    void is_refused_and_nothing_recorded(
            String what, int status, byte[] body, @Nullable String signature, Map<String, String> headers) {
        assertThat(hook.answer(body, signature, headers)).as(what).isEqualTo(status);

        assertThat(decision(ANA)).isEqualTo("ALLOW");
        assertThat(hook.rig()
                        .store()
                        .lookup(hook.rig().recipient(ANA), Duration.ZERO)
                        .lastInbound())
                .isNull();
        assertThat(hook.events("message")).isEmpty();
        assertThat(hook.events("unknown")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"entry\":7}",
                "{\"entry\":{\"changes\":[]}}",
                "{\"entry\":[null,1,\"x\",[],{\"changes\":7}]}",
                "{\"entry\":[{\"changes\":[{\"field\":7,\"value\":{}}]}]}",
                "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":[]}]}]}",
                "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"messages\":{\"text\":\"STOP\"}}}]}]}",
                "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"messages\":[{\"from\":[],\"id\":{},"
                        + "\"timestamp\":{},\"type\":7,\"text\":\"STOP\"}]}}]}]}",
                "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"statuses\":[{\"id\":1,\"status\":[],"
                        + "\"timestamp\":\"soon\",\"errors\":\"x\"}]}}]}]}",
                "{\"entry\":[{\"changes\":[{\"field\":\"user_preferences\",\"value\":{\"user_preferences\":[{\"wa_id\":{},"
                        + "\"value\":1}]}}]}]}"
            })
    void wrong_types_are_taken_and_do_nothing(String body) {
        hook.post(body);

        assertThat(decision(ANA)).isEqualTo("ALLOW");
    }

    @Test
    @DisplayName("Of two values of one key the last counts, for the policy and the route alike")
    void duplicate_keys_have_one_meaning() {
        hook.post(message("wamid.two", "PARAR").replace("\"body\":", "\"body\":\"Oi, tudo bem?\",\"body\":"));

        hook.taken(1);
        Exchange event = hook.events("message").get(0);
        assertThat(text(event)).isEqualTo("PARAR");
        assertThat(header(event, WhatsAppPolicyConstants.INTENT)).isEqualTo("OPT_OUT");
        assertThat(decision(ANA)).isEqualTo("DENY");
    }

    @Test
    @DisplayName("S-46: one bad event of a batch of 1,000 blocks none of the others")
    void a_batch_of_a_thousand() {
        String batch = IntStream.range(0, 1000)
                .mapToObj(i ->
                        i == 500 ? "{\"from\":[],\"id\":7}" : written("wamid." + i, ANA, i == 700 ? "PARAR" : "Oi"))
                .collect(Collectors.joining(","));

        hook.post(delivery(batch));

        hook.taken(999);
        assertThat(hook.events("message")).hasSizeGreaterThanOrEqualTo(999);
        assertThat(decision(ANA)).isEqualTo("DENY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${bean:trap}",
                "${exchange.context.suspend()}",
                "#{T(java.lang.Runtime).getRuntime().exec('touch /tmp/x')}",
                "{{wa.token}}",
                "${jndi:ldap://127.0.0.1:9/a}",
                "'; DROP TABLE person; --",
                "' OR '1'='1",
                "\\u001b[31mred\\u001b[0m\\u001b]0;title\\u0007",
                "Oi\\r\\nCamelWhatsAppPolicyIntent: HELP\\r\\n\\r\\nHTTP/1.1 200 OK",
                "Oi\\n2026-03-24 12:00:00 ERROR forged line of a log",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \\\"file:///etc/passwd\\\">]><x>&e;</x>",
                "\\u0000\\u202e\\ufeff\\ud800"
            })
    void a_text_is_only_a_text(String escaped) {
        String wamid = "wamid.${bean:trap}\\r\\nX: y'; --";
        String body = message(wamid, "Bom dia " + escaped)
                .replace(
                        "\"messages\":",
                        "\"contacts\":[{\"wa_id\":\"" + ANA.substring(1) + "\",\"profile\":{\"name\":\"" + escaped
                                + "\"}}],\"messages\":");

        hook.post(body);

        hook.taken(1);
        Exchange event = hook.events("message").get(0);
        String text = text(event);
        assertThat(text).startsWith("Bom dia ").hasSizeGreaterThan(10);
        assertThat(header(event, WhatsAppPolicyConstants.INTENT)).isIn("NONE", "AMBIGUOUS");
        assertThat(event.getMessage().getHeaders().entrySet())
                .filteredOn(each -> each.getKey().startsWith("CamelWhatsAppPolicy"))
                .noneMatch(each -> String.valueOf(each.getValue()).contains(text));
        assertThat(decision(ANA)).isEqualTo("ALLOW");
        assertThat(sprung).hasValue(0);
        assertThat(printed.toString(UTF_8)).doesNotContain(text, "forged line of a log", "\u001b[31mred");
    }

    private @Nullable Object decision(String phone) {
        return header(hook.rig().slip(phone), WhatsAppPolicyConstants.DECISION);
    }

    private static String text(Exchange event) {
        Told told = event.getMessage().getBody(InboundEvent.class).told();
        return told instanceof Told.Written written && written.text() != null ? written.text() : "";
    }

    private static String message(String wamid, String text) {
        return message(wamid, ANA, text);
    }

    private static String message(String wamid, String from, String text) {
        return delivery(written(wamid, from, text));
    }

    private static String written(String wamid, String from, String text) {
        return "{\"from\":\"" + from.substring(1) + "\",\"id\":\"" + wamid
                + "\",\"timestamp\":\"1774353000\",\"type\":\"text\",\"text\":{\"body\":\"" + text + "\"}}";
    }

    private static String delivery(String messages) {
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"2001\",\"changes\":[{\"field\":\"messages\",\"value\":"
                + "{\"messaging_product\":\"whatsapp\",\"metadata\":{\"phone_number_id\":\"1001\"},\"messages\":["
                + messages + "]}}]}]}";
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    /** Counts whoever calls it by an expression. */
    public record Trap(AtomicInteger sprung) {

        @Override
        public String toString() {
            sprung.incrementAndGet();
            return "sprung";
        }
    }
}
