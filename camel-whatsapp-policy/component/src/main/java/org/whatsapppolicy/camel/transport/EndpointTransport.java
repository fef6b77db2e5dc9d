package org.whatsapppolicy.camel.transport;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;

/**
 * Any endpoint as transport. It gets JSON, or the form of an upload, as body, the address as {@code CamelHttpUri} and the token as {@code Authorization}
 * header, and answers with the response body and {@code CamelHttpResponseCode}. The deadline is checked right before the call:
 * what it does before it writes counts against the claim (M-3).
 */
final class EndpointTransport implements Transport {

    private static final byte[] EMPTY = new byte[0];

    private final CamelContext context;
    private final Executor pool;
    private final String uri;
    private @Nullable AsyncProducer producer;

    EndpointTransport(CamelContext context, Executor pool, String uri) {
        this.context = context;
        this.pool = pool;
        this.uri = uri;
    }

    @Override
    public void start() throws Exception {
        Endpoint endpoint = context.getEndpoint(uri);
        if (endpoint instanceof HttpEndpoint http && !http.getComponent().isAutomaticRetriesDisabled()) {
            throw new IllegalArgumentException(
                    "The transport " + URISupport.sanitizeUri(uri)
                            + " sends a request again by itself when it is answered 503 or 429, so that people would get a message"
                            + " twice. Set camel.component.http.automaticRetriesDisabled=true, or leave the option transport out");
        }
        AsyncProducer own = endpoint.createAsyncProducer();
        ServiceHelper.startService(endpoint, own);
        producer = own;
    }

    @Override
    public void stop() {
        ServiceHelper.stopAndShutdownService(producer);
        producer = null;
    }

    @Override
    public void send(Delivery delivery, Consumer<Answer> done) {
        try {
            pool.execute(() -> post(delivery, done));
        } catch (RejectedExecutionException e) {
            done.accept(delivery.without(e));
        }
    }

    private void post(Delivery delivery, Consumer<Answer> done) {
        AsyncProducer own = producer;
        if (own == null) {
            done.accept(delivery.without(new IllegalStateException("the transport is stopped")));
            return;
        }
        Once once = new Once(done);
        try {
            Exchange exchange = own.getEndpoint().createExchange(ExchangePattern.InOut);
            exchange.getIn().setBody(delivery.body());
            exchange.getIn().setHeader(Exchange.HTTP_METHOD, "POST");
            exchange.getIn().setHeader(Exchange.HTTP_URI, delivery.url());
            exchange.getIn().setHeader(Exchange.CONTENT_TYPE, delivery.contentType());
            exchange.getIn()
                    .setHeader(
                            "CamelWhatsAppPolicyMessageId", delivery.messageId().toString());
            exchange.getIn().setHeader("CamelWhatsAppPolicySender", delivery.sender());
            exchange.getIn().setHeader("Authorization", "Bearer " + delivery.begin());
            own.process(exchange, doneSync -> once.accept(answer(exchange, delivery)));
        } catch (Exception e) {
            once.accept(delivery.withoutConnection(e));
        }
    }

    private static Answer answer(Exchange exchange, Delivery delivery) {
        Exception problem = exchange.getException();
        if (problem instanceof HttpOperationFailedException failed) {
            String body = failed.getResponseBody();
            return new Answer.Answered(
                    failed.getStatusCode(), body == null ? EMPTY : body.getBytes(StandardCharsets.UTF_8));
        }
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        // A route may have failed after the platform answered, by a refused connection to somebody else.
        if (problem != null && status == null) {
            return delivery.withoutConnection(problem);
        }
        byte[] body = exchange.getMessage().getBody(byte[].class);
        return new Answer.Answered(status == null ? 200 : status, body == null ? EMPTY : body);
    }

    /** A foreign endpoint may call back twice; the message's way goes on once. */
    private static final class Once implements Consumer<Answer> {

        private final AtomicBoolean told = new AtomicBoolean();
        private final Consumer<Answer> done;

        Once(Consumer<Answer> done) {
            this.done = done;
        }

        @Override
        public void accept(Answer answer) {
            if (told.compareAndSet(false, true)) {
                done.accept(answer);
            }
        }
    }
}
