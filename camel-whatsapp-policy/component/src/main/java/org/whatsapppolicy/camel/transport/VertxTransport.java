package org.whatsapppolicy.camel.transport;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.ProxyOptions;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.HashMap;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.vertx.http.VertxHttpComponent;
import org.apache.camel.component.vertx.http.VertxHttpConfiguration;
import org.apache.camel.component.vertx.http.VertxHttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;

/**
 * camel-vertx-http, for those who want no blocking thread: its client, its options and its TLS. Requests are written and
 * answers are read on one event loop; a batch of messages wakes it once. It has no hook between the connection and the first
 * byte, so the deadline is checked right before the call: a connection that takes long to open counts against it (M-3).
 */
final class VertxTransport implements Transport {

    private static final byte[] EMPTY = new byte[0];

    private final CamelContext context;
    private final Executor pool;
    private final int connections;
    private final long timeout;
    private final Queue<Outgoing> outgoing = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile @Nullable Loop loop;

    /** A request that waits for the event loop. */
    private record Outgoing(Delivery delivery, Consumer<Answer> done) {}

    /** @param begun how many requests were begun and not answered */
    private record Loop(
            VertxHttpComponent component, Client endpoint, WebClient client, Context events, AtomicInteger begun) {}

    VertxTransport(CamelContext context, Executor pool, int connections, long timeout) {
        this.context = context;
        this.pool = pool;
        this.connections = connections;
        this.timeout = timeout;
    }

    @Override
    public void start() throws Exception {
        VertxHttpComponent own = new VertxHttpComponent();
        own.setCamelContext(context);
        own.setWebClientOptions(options());
        HttpComponent theirs = OwnHttp.registered(context);
        if (theirs != null) {
            own.setSslContextParameters(theirs.getSslContextParameters());
            own.setUseGlobalSslContextParameters(theirs.isUseGlobalSslContextParameters());
        }
        ServiceHelper.startService(own);
        Client endpoint = new Client(own);
        ServiceHelper.startService(endpoint);
        // What woke a loop that was closed since never ran.
        woken.set(false);
        loop = new Loop(own, endpoint, endpoint.client(), own.getVertx().getOrCreateContext(), new AtomicInteger());
    }

    private WebClientOptions options() {
        WebClientOptions options = new WebClientOptions();
        options.setMaxPoolSize(connections);
        options.setConnectTimeout(OwnHttp.CONNECT);
        options.setFollowRedirects(false);
        HttpComponent theirs = OwnHttp.registered(context);
        if (theirs != null && theirs.getProxyHost() != null && theirs.getProxyPort() != null) {
            ProxyOptions proxy =
                    new ProxyOptions().setHost(theirs.getProxyHost()).setPort(theirs.getProxyPort());
            if (theirs.getProxyAuthUsername() != null) {
                proxy.setUsername(theirs.getProxyAuthUsername()).setPassword(theirs.getProxyAuthPassword());
            }
            options.setProxyOptions(proxy);
        }
        return options;
    }

    @Override
    public void stop() {
        Loop running = loop;
        loop = null;
        if (running != null) {
            ServiceHelper.stopAndShutdownServices(running.endpoint, running.component);
        }
        refuse(new IllegalStateException("the transport is stopped"));
    }

    @Override
    public void send(Delivery delivery, Consumer<Answer> done) {
        Outgoing one = new Outgoing(delivery, done);
        if (!delivery.toPrepare()) {
            enqueue(one);
            return;
        }
        try {
            pool.execute(() -> {
                try {
                    delivery.prepare();
                    enqueue(one);
                } catch (RuntimeException e) {
                    done.accept(delivery.without(e));
                }
            });
        } catch (RejectedExecutionException e) {
            done.accept(delivery.without(e));
        }
    }

    private void enqueue(Outgoing one) {
        outgoing.add(one);
        Loop running = loop;
        if (running == null) {
            refuse(new IllegalStateException("the transport is stopped"));
        } else if (woken.compareAndSet(false, true)) {
            try {
                running.events.runOnContext(unused -> write(running));
            } catch (RejectedExecutionException e) {
                woken.set(false);
                refuse(e);
            }
        }
    }

    private void refuse(Exception why) {
        for (Outgoing one = outgoing.poll(); one != null; one = outgoing.poll()) {
            one.done.accept(one.delivery.without(why));
        }
    }

    private void write(Loop running) {
        woken.set(false);
        writeMore(running);
    }

    /** As many as there are connections: who waited inside of the client could begin when its claim is over. */
    private void writeMore(Loop running) {
        while (running.begun.get() < connections) {
            Outgoing one = outgoing.poll();
            if (one == null) {
                return;
            }
            write(running, one.delivery, one.done);
        }
    }

    private void write(Loop running, Delivery delivery, Consumer<Answer> done) {
        try {
            Buffer body = Buffer.buffer(delivery.body());
            running.client
                    .postAbs(delivery.url())
                    .timeout(timeout)
                    .putHeader("Content-Type", delivery.contentType())
                    .putHeader("Authorization", "Bearer " + delivery.beginWithoutWaiting())
                    .sendBuffer(body, result -> {
                        running.begun.decrementAndGet();
                        try {
                            read(delivery, result, done);
                        } finally {
                            writeMore(running);
                        }
                    });
            running.begun.incrementAndGet();
        } catch (ClaimExpiredException | RuntimeException e) {
            done.accept(delivery.without(e));
        }
    }

    /** What was accepted goes on here at once; what was not may ask a vault for another token. */
    private void read(Delivery delivery, AsyncResult<HttpResponse<Buffer>> result, Consumer<Answer> done) {
        if (result.failed()) {
            done.accept(delivery.withoutConnection(result.cause()));
            return;
        }
        Buffer body = result.result().body();
        Answer answer = new Answer.Answered(result.result().statusCode(), body == null ? EMPTY : body.getBytes());
        if (result.result().statusCode() / 100 == 2) {
            done.accept(answer);
            return;
        }
        try {
            pool.execute(() -> done.accept(answer));
        } catch (RejectedExecutionException e) {
            done.accept(answer);
        }
    }

    /** Where camel-vertx-http makes its client, with the TLS settings and the proxy of the component. */
    private static final class Client extends VertxHttpEndpoint {

        Client(VertxHttpComponent component) throws Exception {
            super("vertx-http:whatsapp-policy", component, configuration(component));
        }

        private static VertxHttpConfiguration configuration(VertxHttpComponent component) throws Exception {
            Endpoint endpoint = component.createEndpoint("vertx-http:http://localhost", new HashMap<>());
            return ((VertxHttpEndpoint) endpoint).getConfiguration();
        }

        WebClient client() {
            return getWebClient();
        }
    }
}
