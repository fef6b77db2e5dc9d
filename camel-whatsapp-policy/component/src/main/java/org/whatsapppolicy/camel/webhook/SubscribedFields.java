package org.whatsapppolicy.camel.webhook;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.json.Json;
import org.whatsapppolicy.camel.token.AccessToken;
import org.whatsapppolicy.camel.transport.GraphReader;

/**
 * Reads to which fields the app is subscribed ({@code GET /{app}/subscriptions} with the app's own token, platform page on
 * webhook endpoints).
 */
public final class SubscribedFields {

    private static final Logger LOG = LoggerFactory.getLogger(SubscribedFields.class);
    private static final String OBJECT = "whatsapp_business_account";
    private static final String PREFERENCES = "user_preferences";

    private final GraphReader graph;
    private final String url;
    private final AccessToken token;
    private final Ear ear;

    /**
     * Makes a reader for one app.
     *
     * @param base base URI and Graph version, without a slash at the end
     * @param secret the app's secret; the token is made of it
     */
    public SubscribedFields(GraphReader graph, String base, String app, String secret, Ear ear) {
        this.graph = graph;
        this.url = base + "/" + app + "/subscriptions";
        this.token = new AccessToken(app + "|" + secret, UnaryOperator.identity(), System::nanoTime);
        this.ear = ear;
    }

    /** Reads, and tells the ear. Blocks; what cannot be read stays as it was known. */
    public void read() {
        try {
            ear.subscribed(graph.read(url, token, SubscribedFields::fields).contains(PREFERENCES));
        } catch (Exception e) {
            LOG.warn(
                    "To which webhook fields the app is subscribed cannot be read: {}",
                    e.getClass().getName());
        }
    }

    private static Set<String> fields(Producer reader) throws Exception {
        Exchange exchange = reader.getEndpoint().createExchange();
        reader.process(exchange);
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        byte[] body = exchange.getMessage().getBody(byte[].class);
        Map<String, Object> answer = body == null ? null : Json.object(body);
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        // An app without any subscription is answered with an empty list; that must not look like an answer of another
        // kind.
        if (status == null || status / 100 != 2 || answer == null || !(answer.get("data") instanceof List<?> all)) {
            throw new IllegalStateException("HTTP " + status);
        }
        Set<String> names = new HashSet<>();
        all.forEach(one -> {
            if (one instanceof Map<?, ?> entry && OBJECT.equals(entry.get("object"))) {
                list(entry.get("fields")).forEach(field -> names.add(name(field)));
            }
        });
        return names;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static String name(Object field) {
        Object name = field instanceof Map<?, ?> map ? map.get("name") : field;
        return String.valueOf(name);
    }
}
