package org.whatsapppolicy.camel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.URISupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.policy.inbound.InboundEvent;

/**
 * Gives what asks for help to the endpoint that the document names (S-19), once and without waiting for its end. The route that
 * takes events gets it too, from the durable inbox.
 */
final class HelpDesk {

    private static final Logger LOG = LoggerFactory.getLogger(HelpDesk.class);

    private final CamelContext context;
    private final PolicyService service;
    private final Map<String, AsyncProducer> producers = new ConcurrentHashMap<>();

    HelpDesk(CamelContext context, PolicyService service) {
        this.context = context;
        this.service = service;
    }

    /** On a thread of its own: an endpoint whose consumer rests may keep its caller for half a minute. */
    void give(String uri, InboundEvent event) {
        service.blocking().execute(() -> {
            try {
                hand(uri, event);
            } catch (RuntimeException e) {
                unreached(uri, e);
            }
        });
    }

    private void hand(String uri, InboundEvent event) {
        AsyncProducer producer = producers.computeIfAbsent(uri, this::producer);
        Exchange exchange = producer.getEndpoint().createExchange();
        EventMessages.fill(exchange.getIn(), event, service);
        producer.process(exchange, doneSync -> {
            if (exchange.getException() != null) {
                unreached(uri, exchange.getException());
            }
        });
    }

    private static void unreached(String uri, Exception why) {
        LOG.warn(
                "A request for help did not reach {}: {}",
                URISupport.sanitizeUri(uri),
                why.getClass().getName());
    }

    private AsyncProducer producer(String uri) {
        try {
            Endpoint endpoint = context.getEndpoint(uri);
            AsyncProducer producer = endpoint.createAsyncProducer();
            ServiceHelper.startService(endpoint, producer);
            return producer;
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }

    void stop() {
        producers.values().forEach(ServiceHelper::stopAndShutdownService);
        producers.clear();
    }
}
