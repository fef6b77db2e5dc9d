package org.whatsapppolicy.camel;

import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.util.URISupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.handover.Outlets;
import org.whatsapppolicy.camel.webhook.Recognised;
import org.whatsapppolicy.policy.inbound.InboundEvent;

/**
 * Gives what asks for help to the endpoint that the document names (S-19), once and without waiting for its end. The route that
 * takes events gets it too, from the durable inbox.
 */
final class HelpDesk {

    private static final Logger LOG = LoggerFactory.getLogger(HelpDesk.class);

    private final Outlets outlets;
    private final PolicyService service;

    HelpDesk(CamelContext context, PolicyService service) {
        this.outlets = new Outlets(context);
        this.service = service;
    }

    /** On a thread of its own: an endpoint whose consumer rests may keep its caller for half a minute. */
    void give(String uri, InboundEvent event) {
        try {
            service.blocking().execute(() -> {
                try {
                    hand(uri, event);
                } catch (RuntimeException e) {
                    unreached(uri, e);
                }
            });
        } catch (RejectedExecutionException e) {
            unreached(uri, e);
        }
    }

    private void hand(String uri, InboundEvent event) {
        AsyncProducer producer = outlets.to(uri);
        Exchange exchange = producer.getEndpoint().createExchange();
        EventMessages.fill(
                exchange.getIn(),
                new Recognised(event, service.reception().signals().words(event)),
                service);
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

    void stop() {
        outlets.stop();
    }
}
