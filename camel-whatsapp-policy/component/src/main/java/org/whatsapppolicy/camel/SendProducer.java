package org.whatsapppolicy.camel;

import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.send.SendResult;
import org.whatsapppolicy.policy.decision.SendRequest;

/** {@code whatsapp-policy:send}. */
final class SendProducer extends PolicyProducer {

    private static final Logger LOG = LoggerFactory.getLogger(SendProducer.class);

    private @Nullable RequestReader reader;
    private @Nullable Answers answers;
    private boolean dryRun;
    private boolean async;

    SendProducer(WhatsAppPolicyEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        WhatsAppPolicyConfiguration options = getEndpoint().getConfiguration();
        reader = new RequestReader(
                getEndpoint().getCamelContext(),
                options,
                getEndpoint()::service,
                getEndpoint().getEndpointUri());
        answers = new Answers(options);
        dryRun = options.isDryRun();
        async = options.isAsync();
    }

    @Override
    void begin(Exchange exchange, Runnable end) {
        PolicyService service = getEndpoint().service();
        RequestReader from = reader;
        Answers to = answers;
        if (from == null || to == null) {
            throw new IllegalStateException("the producer is not started");
        }
        SendRequest request = from.message(exchange);
        if (dryRun) {
            when(
                    service.messenger().check(request),
                    exchange,
                    service.callbacks(),
                    end,
                    (e, decision) -> to.checked(e, request.id(), decision));
        } else if (async) {
            service.messenger().take(request, result -> tell(exchange, to, result, end));
        } else {
            service.messenger().send(request, result -> tell(exchange, to, result, end));
        }
    }

    private static void tell(Exchange exchange, Answers answers, SendResult result, Runnable end) {
        try {
            answers.tell(exchange, result);
            if (LOG.isDebugEnabled()) {
                LOG.debug("Message {}: {}", result.id(), result.getClass().getSimpleName());
            }
        } catch (RuntimeException e) {
            exchange.setException(e);
        } finally {
            end.run();
        }
    }
}
