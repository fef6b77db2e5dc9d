package org.whatsapppolicy.simulator.webhook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.ledger.Ledger;
import org.whatsapppolicy.simulator.ledger.WebhookAttempt;

/**
 * Delivers webhooks: signed, asynchronously, and again with growing gaps until the receiver answers 200 or seven days
 * are over. What exceeds the bound of waiting webhooks is lost, and counted.
 */
final class Webhooks implements Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final int CONNECTIONS = 32;
    private static final long ANSWER_TIMEOUT_MILLIS = 10_000;

    private final SimulatorClock clock;
    private final Ledger ledger;
    private final HttpClient client;
    private final Signature signature;
    private final RequestOptions request;
    private final int bound;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicBoolean warned = new AtomicBoolean();
    private volatile boolean stopped;

    Webhooks(Vertx vertx, SimulatorClock clock, Ledger ledger, URI url, String appSecret, int bound) {
        this.clock = clock;
        this.ledger = ledger;
        this.signature = new Signature(appSecret);
        this.bound = bound;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS)
                .setMaxWaitQueueSize(-1)
                .setTcpNoDelay(true));
        this.request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url.toString())
                .setTimeout(ANSWER_TIMEOUT_MILLIS)
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "facebookexternalua");
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public void send(Event event) {
        if (waiting.incrementAndGet() > bound) {
            waiting.decrementAndGet();
            lost.incrementAndGet();
            if (warned.compareAndSet(false, true)) {
                LOG.warn("More than {} webhooks are waiting for the receiver; further ones are lost", bound);
            }
            return;
        }
        byte[] body = EscapedJson.bytes(event.body());
        attempt(event, Buffer.buffer(body), signature.of(body), 1, clock.millis());
    }

    @Override
    public long lost() {
        return lost.get();
    }

    @Override
    public void stop() {
        stopped = true;
    }

    private void attempt(Event event, Buffer body, String signed, int attempt, long first) {
        if (stopped) {
            return;
        }
        client.request(request).compose(open -> post(open, body, signed)).onComplete(result -> {
            int status = result.succeeded() ? result.result() : 0;
            finished(event, body, signed, attempt, first, status);
        });
    }

    private static Future<Integer> post(HttpClientRequest open, Buffer body, String signed) {
        return open.putHeader("X-Hub-Signature-256", signed).send(body).compose(answer -> answer.body()
                .map(answer.statusCode()));
    }

    private void finished(Event event, Buffer body, String signed, int attempt, long first, int status) {
        ledger.record(new WebhookAttempt(
                clock.now(),
                event.field(),
                event.kind(),
                event.id(),
                attempt,
                status,
                body.toString(StandardCharsets.UTF_8)));
        if (status == 200 || RetryGaps.over(clock.millis() - first)) {
            waiting.decrementAndGet();
            return;
        }
        clock.schedule(RetryGaps.after(attempt), () -> attempt(event, body, signed, attempt + 1, first));
    }
}
