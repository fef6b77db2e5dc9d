package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.SOON;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.jspecify.annotations.Nullable;

/** A rig whose simulator posts webhooks to it, and a route that takes the events. */
final class WebhookRig {

    private static final String SECRET = "app secret";

    /** Where a route of a test takes events. */
    static final String HOOK = "whatsapp-policy:webhook?verifyToken=word&appSecret=RAW(" + SECRET + ")";

    private final Queue<Exchange> got = new ConcurrentLinkedQueue<>();
    private final int port = FreePort.next();
    private final URI hook = URI.create("http://127.0.0.1:" + port + "/whatsapp/webhook");
    private final Rig rig;

    WebhookRig(String policy) {
        rig = new Rig(policy, builder -> builder.webhook(hook, SECRET));
    }

    Rig rig() {
        return rig;
    }

    void start() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").to(Rig.SEND);
                from(HOOK).process(exchange -> got.add(exchange.copy()));
            }
        });
    }

    void start(RouteBuilder routes) throws Exception {
        VertxPlatformHttpServerConfiguration http = new VertxPlatformHttpServerConfiguration();
        http.setBindHost("127.0.0.1");
        http.setBindPort(port);
        rig.camel.addService(new VertxPlatformHttpServer(http));
        rig.start(routes);
    }

    /** Waits until the route has so many events that are no statuses. */
    void taken(int count) {
        await().atMost(SOON)
                .until(() -> got.stream()
                                .filter(e -> !"status".equals(Rig.header(e, WhatsAppPolicyConstants.EVENT)))
                                .count()
                        >= count);
    }

    /** Waits until the route has so many statuses. */
    void statuses(int count) {
        await().atMost(SOON).until(() -> events("status").size() >= count);
    }

    List<Exchange> events(String kind) {
        return got.stream()
                .filter(e -> kind.equals(Rig.header(e, WhatsAppPolicyConstants.EVENT)))
                .toList();
    }

    /** Posts a delivery as the platform does; it is answered 200. */
    void post(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        assertThat(answer(bytes, signature(bytes), Map.of())).isEqualTo(200);
    }

    /** Posts anything as anybody, and says what it is answered. */
    int answer(byte[] body, @Nullable String signature, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(hook)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (signature != null) {
            request.header("X-Hub-Signature-256", signature);
        }
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** As the app's owner signs. */
    static String signature(byte[] body) {
        return signature(SECRET, body);
    }

    static String signature(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
