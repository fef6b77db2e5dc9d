package org.whatsapppolicy.camel.transport;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
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
 * answers are read on one event loop; a batch of messages wakes it once. The deadline is checked when the connection stands and
 * before the first byte (M-2).
 */
final class VertxTransport implements Transport {

    private final CamelContext context;
    private final Executor pool;
    private final int connections;
    private final long timeout;
    private final Queue<Outgoing> outgoing = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Map<String, RequestOptions> targets = new ConcurrentHashMap<>();
    private volatile @Nullable Loop loop;

    /** A request that waits for the event loop. */
    private record Outgoing(Delivery delivery, Consumer<Answer> done) {}

    /**
     * @param begun how many requests were begun and not answered
     * @param writing whether some are being begun just now, further up the stack
     */
    private record Loop(
            VertxHttpComponent component,
            Client endpoint,
            HttpClient client,
            Context events,
            AtomicInteger begun,
            AtomicBoolean writing) {}

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
        Context events = own.getVertx().getOrCreateContext();
        loop = new Loop(own, endpoint, endpoint.client(), events, new AtomicInteger(), new AtomicBoolean());
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
            running.client.close();
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
        if (running.writing.getAndSet(true)) {
            return;
        }
        try {
            while (running.begun.get() < connections) {
                Outgoing one = outgoing.poll();
                if (one == null) {
                    return;
                }
                write(running, one.delivery, one.done);
            }
        } finally {
            running.writing.set(false);
        }
    }

    private void write(Loop running, Delivery delivery, Consumer<Answer> done) {
        running.begun.incrementAndGet();
        Consumer<Answer> ended = answer -> {
            running.begun.decrementAndGet();
            try {
                done.accept(answer);
            } finally {
                writeMore(running);
            }
        };
        try {
            running.client.request(to(delivery.url())).onComplete(connected -> {
                if (connected.succeeded()) {
                    write(connected.result(), delivery, ended);
                } else {
                    ended.accept(delivery.without(connected.cause()));
                }
            });
        } catch (RuntimeException | Error e) {
            ended.accept(delivery.without(e));
        }
    }

    /** A connection stands and is this request's alone. */
    private static void write(HttpClientRequest request, Delivery delivery, Consumer<Answer> ended) {
        try {
            Buffer body = Buffer.buffer(delivery.body());
            request.putHeader(HttpHeaders.CONTENT_TYPE, delivery.contentType())
                    .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + delivery.begin())
                    .send(body)
                    .onComplete(answered -> {
                        if (answered.succeeded()) {
                            read(answered.result(), delivery, ended);
                        } else {
                            ended.accept(delivery.without(answered.cause()));
                        }
                    });
        } catch (ClaimExpiredException | RuntimeException | Error e) {
            // Also after an error, such as want of memory: its place among the connections would be lost for good.
            reset(request, delivery.without(e), ended);
        }
    }

    /** The connection is for the next one. Whoever has no handler for that finds it in the log as an error. */
    private static void reset(HttpClientRequest request, Answer answer, Consumer<Answer> ended) {
        try {
            request.exceptionHandler(given -> {});
            request.reset();
        } finally {
            ended.accept(answer);
        }
    }

    /** Reads the answer that has begun to come. */
    static void read(HttpClientResponse response, Delivery delivery, Consumer<Answer> ended) {
        try {
            response.body().onComplete(whole -> ended.accept(answer(response, whole, delivery)));
        } catch (RuntimeException | Error e) {
            reset(response.request(), delivery.without(e), ended);
        }
    }

    private static Answer answer(HttpClientResponse response, AsyncResult<Buffer> whole, Delivery delivery) {
        if (!whole.succeeded()) {
            return delivery.without(whole.cause());
        }
        try {
            return new Answer.Answered(response.statusCode(), whole.result().getBytes());
        } catch (RuntimeException | Error e) {
            // There may have been no memory for a second copy of it.
            return delivery.without(e);
        }
    }

    /** Where a sender's requests go; few, and read once. */
    private RequestOptions to(String url) {
        return targets.computeIfAbsent(url, to -> new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(to)
                .setTimeout(timeout));
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

        /** As it makes its own, without the steps that a web client takes for each request. */
        HttpClient client() {
            return getVertx().createHttpClient(getConfiguration().getWebClientOptions());
        }
    }
}
