package org.whatsapppolicy.camel.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/**
 * The default: camel-http, by a component of its own that nobody else sees and that never sends a request twice (M-3). The
 * deadline is checked, and the token added, by the last interceptor: after the connection stands, before the first byte.
 */
final class HttpTransport implements Transport {

    private static final byte[] EMPTY = new byte[0];

    private final CamelContext context;
    private final Executor pool;
    private final int connections;
    private final long timeout;
    private final Map<String, Processor> producers = new ConcurrentHashMap<>();
    private @Nullable HttpComponent http;

    /**
     * @param pool runs the requests, which block
     * @param connections how many at once at most
     * @param timeout for the answer, in milliseconds
     */
    HttpTransport(CamelContext context, Executor pool, int connections, long timeout) {
        this.context = context;
        this.pool = pool;
        this.connections = connections;
        this.timeout = timeout;
    }

    @Override
    public void start() {
        HttpComponent own = OwnHttp.component(context, connections, timeout);
        own.setHttpClientConfigurer(builder -> builder.addRequestInterceptorLast((request, entity, c) -> {
            if (entity instanceof Claim claim) {
                request.setHeader("Authorization", "Bearer " + claim.delivery().begin());
            }
        }));
        ServiceHelper.startService(own);
        http = own;
    }

    @Override
    public void stop() {
        producers.values().forEach(ServiceHelper::stopAndShutdownService);
        producers.clear();
        ServiceHelper.stopAndShutdownService(http);
        http = null;
    }

    @Override
    public void send(Delivery delivery, Consumer<Answer> done) {
        try {
            pool.execute(() -> done.accept(post(delivery)));
        } catch (RejectedExecutionException e) {
            done.accept(delivery.without(e));
        }
    }

    private Answer post(Delivery delivery) {
        try {
            Processor producer = producers.computeIfAbsent(delivery.url(), this::producer);
            Exchange exchange = ((Producer) producer).getEndpoint().createExchange();
            Multipart file = delivery.file();
            exchange.getIn().setBody(file == null ? new Claimed(delivery) : new ClaimedFile(delivery, file));
            producer.process(exchange);
            if (exchange.getException() != null) {
                return delivery.without(exchange.getException());
            }
            Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
            byte[] body = exchange.getMessage().getBody(byte[].class);
            return new Answer.Answered(status == null ? 0 : status, body == null ? EMPTY : body);
        } catch (Exception e) {
            return delivery.without(e);
        }
    }

    private Processor producer(String url) {
        HttpComponent own = http;
        if (own == null) {
            throw new IllegalStateException("the transport is stopped");
        }
        try {
            Endpoint endpoint = OwnHttp.endpoint(own, url, "POST");
            Producer producer = endpoint.createProducer();
            ServiceHelper.startService(endpoint, producer);
            return producer;
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }

    /** The interceptor meets the entity of its request again: this is how the claim gets there. */
    private interface Claim {
        Delivery delivery();
    }

    private static final class Claimed extends ByteArrayEntity implements Claim {

        private final Delivery delivery;

        Claimed(Delivery delivery) {
            super(delivery.body(), ContentType.APPLICATION_JSON);
            this.delivery = delivery;
        }

        @Override
        public Delivery delivery() {
            return delivery;
        }
    }

    /** An upload, read while it is written. */
    private static final class ClaimedFile extends AbstractHttpEntity implements Claim {

        private final Delivery delivery;
        private final Multipart file;

        ClaimedFile(Delivery delivery, Multipart file) {
            super(file.contentType(), null);
            this.delivery = delivery;
            this.file = file;
        }

        @Override
        public Delivery delivery() {
            return delivery;
        }

        /** Else the client wraps it, and the interceptor does not see whose it is; the claim lets it go only once. */
        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public boolean isStreaming() {
            return true;
        }

        @Override
        public long getContentLength() {
            return file.length();
        }

        @Override
        public InputStream getContent() {
            throw new UnsupportedOperationException("a file is written, not read");
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            file.writeTo(out);
        }

        @Override
        public void close() {}
    }
}
