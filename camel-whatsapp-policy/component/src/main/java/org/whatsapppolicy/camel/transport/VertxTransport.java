package org.whatsapppolicy.camel.transport;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.ProxyOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.vertx.http.DefaultVertxHttpBinding;
import org.apache.camel.component.vertx.http.VertxHttpComponent;
import org.apache.camel.component.vertx.http.VertxHttpEndpoint;
import org.apache.camel.support.DefaultHeaderFilterStrategy;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;

/**
 * camel-vertx-http, for those who want no blocking thread. It has no hook between the connection and the first byte, so the
 * deadline is checked right before the call: a connection that takes long to open counts against it (M-3).
 */
final class VertxTransport implements Transport {

    private static final byte[] EMPTY = new byte[0];
    private static final String DELIVERY = "WhatsAppPolicyDelivery";

    private final CamelContext context;
    private final Executor pool;
    private final int connections;
    private final long timeout;
    private final Map<String, AsyncProducer> producers = new ConcurrentHashMap<>();
    private @Nullable VertxHttpComponent vertx;

    VertxTransport(CamelContext context, Executor pool, int connections, long timeout) {
        this.context = context;
        this.pool = pool;
        this.connections = connections;
        this.timeout = timeout;
    }

    @Override
    public void start() {
        VertxHttpComponent own = new VertxHttpComponent();
        own.setCamelContext(context);
        own.setVertxHttpBinding(new ClaimBinding());
        own.setResponsePayloadAsByteArray(true);
        own.setWebClientOptions(options());
        HttpComponent theirs = OwnHttp.registered(context);
        if (theirs != null) {
            own.setSslContextParameters(theirs.getSslContextParameters());
            own.setUseGlobalSslContextParameters(theirs.isUseGlobalSslContextParameters());
        }
        ServiceHelper.startService(own);
        vertx = own;
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
        producers.values().forEach(producer -> {
            ServiceHelper.stopAndShutdownServices(producer, producer.getEndpoint());
        });
        producers.clear();
        ServiceHelper.stopAndShutdownService(vertx);
        vertx = null;
    }

    @Override
    public void send(Delivery delivery, Consumer<Answer> done) {
        try {
            // Never on the caller's thread: that may be the store's writer, for whom everybody else waits.
            pool.execute(() -> post(delivery, done));
        } catch (RejectedExecutionException e) {
            done.accept(delivery.without(e));
        }
    }

    private void post(Delivery delivery, Consumer<Answer> done) {
        try {
            AsyncProducer producer = producers.computeIfAbsent(delivery.url(), this::producer);
            Exchange exchange = producer.getEndpoint().createExchange();
            exchange.getIn().setBody(Buffer.buffer(delivery.body()));
            exchange.getIn().setHeader(Exchange.CONTENT_TYPE, delivery.contentType());
            exchange.setProperty(DELIVERY, delivery);
            producer.process(exchange, doneSync -> done.accept(answer(exchange, delivery)));
        } catch (RuntimeException e) {
            done.accept(delivery.without(e));
        }
    }

    private static Answer answer(Exchange exchange, Delivery delivery) {
        if (exchange.getException() != null) {
            return delivery.withoutConnection(exchange.getException());
        }
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        Object body = exchange.getMessage().getBody();
        return new Answer.Answered(status == null ? 0 : status, body instanceof byte[] bytes ? bytes : EMPTY);
    }

    private AsyncProducer producer(String url) {
        VertxHttpComponent own = vertx;
        if (own == null) {
            throw new IllegalStateException("the transport is stopped");
        }
        try {
            Map<String, Object> options = new HashMap<>();
            options.put("httpMethod", "POST");
            options.put("throwExceptionOnFailure", "false");
            options.put("timeout", String.valueOf(timeout));
            VertxHttpEndpoint endpoint = (VertxHttpEndpoint) own.createEndpoint("vertx-http:" + url, options);
            endpoint.getConfiguration().setHeaderFilterStrategy(new NothingPasses());
            AsyncProducer producer = endpoint.createAsyncProducer();
            ServiceHelper.startService(endpoint, producer);
            return producer;
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }

    /** Adds the token and checks the claim at the last place this client offers. */
    private static final class ClaimBinding extends DefaultVertxHttpBinding {
        @Override
        public HttpRequest<Buffer> prepareHttpRequest(VertxHttpEndpoint endpoint, Exchange exchange) throws Exception {
            HttpRequest<Buffer> request = super.prepareHttpRequest(endpoint, exchange);
            Delivery delivery = exchange.getProperty(DELIVERY, Delivery.class);
            request.putHeader("Authorization", "Bearer " + delivery.begin());
            return request;
        }
    }

    /** No Camel header becomes an HTTP header, and none comes back. */
    private static final class NothingPasses extends DefaultHeaderFilterStrategy {
        @Override
        public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
            return true;
        }

        @Override
        public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
            return true;
        }
    }
}
