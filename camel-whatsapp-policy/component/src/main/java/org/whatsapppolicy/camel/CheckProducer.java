package org.whatsapppolicy.camel;

import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.SendRequest;

/** {@code whatsapp-policy:check}: what the policy would say, without any effect. */
final class CheckProducer extends PolicyProducer {

    private @Nullable RequestReader reader;
    private @Nullable Answers answers;

    CheckProducer(WhatsAppPolicyEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        WhatsAppPolicyConfiguration options = getEndpoint().getConfiguration();
        reader = new RequestReader(getEndpoint());
        answers = new Answers(options);
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
        when(service.messenger().check(request), exchange, end, (e, decision) -> to.checked(e, request.id(), decision));
    }
}
