package org.whatsapppolicy.camel.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.WhatsAppPolicyComponent;
import org.whatsapppolicy.store.memory.MemoryStore;

/**
 * The webhook behind a signature, as a route meets it. Whatever the bytes are: an answer of those that are documented, no
 * exception, a forgery is refused, and the next good delivery is taken.
 */
public final class WebhookTarget {

    private static final String SECRET = "fuzz";
    private static final String URI =
            "whatsapp-policy:webhook?appSecret=" + SECRET + "&verifyToken=word&maxBody=100000";
    private static final Set<Object> ANSWERS = Set.of(200, 400, 413);
    /** The reference store forgets nothing by itself. */
    private static final int RENEW = 20_000;

    private static @Nullable DefaultCamelContext camel;
    private static @Nullable ProducerTemplate route;
    private static long inputs;

    private WebhookTarget() {}

    /** Starts before the first input is timed. */
    public static void fuzzerInitialize() throws Exception {
        opened();
    }

    /** One input. */
    public static void fuzzerTestOneInput(byte[] body) throws Exception {
        ProducerTemplate open = opened();
        Object answer = post(open, body, sign(body));
        if (!ANSWERS.contains(answer)) {
            throw new IllegalStateException("answered " + answer + ", expected one of " + ANSWERS);
        }
        if (inputs % 16 == 0) {
            expect(401, post(open, body, sign("other".getBytes(StandardCharsets.UTF_8))));
            byte[] good = good(inputs).getBytes(StandardCharsets.UTF_8);
            expect(200, post(open, good, sign(good)));
        }
        inputs++;
    }

    private static void expect(int status, @Nullable Object answer) {
        if (!Integer.valueOf(status).equals(answer)) {
            throw new IllegalStateException("answered " + answer + ", expected " + status);
        }
    }

    private static @Nullable Object post(ProducerTemplate open, byte[] body, String signature) {
        Exchange exchange = open.request(URI, e -> {
            e.getIn().setBody(body);
            e.getIn().setHeaders(Map.of("X-Hub-Signature-256", signature, Exchange.HTTP_METHOD, "POST"));
        });
        if (exchange.getException() != null) {
            throw new IllegalStateException("an exception came out of the webhook", exchange.getException());
        }
        return exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE);
    }

    private static String good(long number) {
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\",\"value\":"
                + "{\"messaging_product\":\"whatsapp\",\"metadata\":{\"phone_number_id\":\"1001\"},\"messages\":[{\"from\":\"5511900000001\","
                + "\"id\":\"wamid." + number
                + "\",\"timestamp\":\"1774353600\",\"type\":\"text\",\"text\":{\"body\":\"Oi\"}}]}}]}]}";
    }

    private static String sign(byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    private static ProducerTemplate opened() throws Exception {
        ProducerTemplate open = route;
        if (open == null || inputs % RENEW == RENEW - 1) {
            if (camel != null) {
                camel.stop();
            }
            camel = started();
            open = camel.createProducerTemplate();
            route = open;
        }
        return open;
    }

    private static DefaultCamelContext started() throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        WhatsAppPolicyComponent component = new WhatsAppPolicyComponent(context);
        component.setPolicy(policy());
        component.setStore(new MemoryStore());
        component.setBaseUri("http://127.0.0.1:9");
        context.addComponent("whatsapp-policy", component);
        context.start();
        return context;
    }

    private static String policy() throws IOException {
        Path file = Files.createTempDirectory("whatsapp-policy-fuzz").resolve("policy.yaml");
        Files.writeString(file, """
                version: 1
                revision: 1
                senders: { one: { phoneNumberId: "1001", accessToken: none, region: BR } }
                purposes: { mine: { category: utility, basis: contract, consent: opt-in } }
                """);
        return "file:" + file;
    }
}
