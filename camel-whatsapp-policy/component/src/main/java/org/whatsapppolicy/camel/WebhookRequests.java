package org.whatsapppolicy.camel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.webhook.Receiver;
import org.whatsapppolicy.camel.webhook.Reply;

/** An HTTP request as Camel carries it, to a receiver and back: the same for a listener of ours and for a step in a route. */
final class WebhookRequests {

    private static final String SIGNATURE = "X-Hub-Signature-256";
    private static final byte[] NOTHING = new byte[0];

    private final Receiver receiver;

    private WebhookRequests(Receiver receiver) {
        this.receiver = receiver;
    }

    /** @throws IllegalArgumentException saying which option is missing */
    static WebhookRequests of(PolicyService service, WebhookConfiguration options) {
        List<String> secrets = secrets(options.getAppSecret());
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("appSecret: found none, expected the app's secret: without it nobody"
                    + " could tell the platform's deliveries from forged ones");
        }
        String token = options.getVerifyToken();
        if (token == null || token.isBlank()) {
            throw new IllegalArgumentException(
                    "verifyToken: found none, expected the word that was set with the subscription");
        }
        String app = options.getAppId();
        if (app != null && !app.isBlank()) {
            service.reception().watch(app.trim(), secrets.get(0));
        }
        return new WebhookRequests(service.reception().receiver(secrets, token, options.getMaxBody()));
    }

    private static List<String> secrets(@Nullable String written) {
        return written == null
                ? List.of()
                : Arrays.stream(written.split(","))
                        .map(String::trim)
                        .filter(secret -> !secret.isEmpty())
                        .toList();
    }

    void handle(Exchange exchange, Runnable end) {
        Message message = exchange.getMessage();
        String method = message.getHeader(Exchange.HTTP_METHOD, String.class);
        if ("GET".equals(method == null ? "" : method.toUpperCase(Locale.ROOT))) {
            answer(
                    exchange,
                    receiver.verify(
                            message.getHeader("hub.mode", String.class),
                            message.getHeader("hub.verify_token", String.class),
                            message.getHeader("hub.challenge", String.class)),
                    end);
            return;
        }
        byte[] body = message.getBody(byte[].class);
        receiver.receive(
                body == null ? NOTHING : body,
                message.getHeader(SIGNATURE, String.class),
                message.getHeader("Content-Encoding", String.class),
                reply -> answer(exchange, reply, end));
    }

    private static void answer(Exchange exchange, Reply reply, Runnable end) {
        // Nothing of the request goes back with the answer.
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, reply.status());
        message.setHeader(Exchange.CONTENT_TYPE, "text/plain");
        message.setBody(reply.text());
        end.run();
    }
}
