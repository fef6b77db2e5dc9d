package org.whatsapppolicy.camel;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** {@code to whatsapp-policy:webhook}: takes a request that another route received; the answer's status is in the header. */
final class WebhookProducer extends PolicyProducer implements Dependent {

    private volatile @Nullable WebhookRequests requests;

    WebhookProducer(WhatsAppPolicyEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        follows(getEndpoint().service());
        getEndpoint().component().join(this);
    }

    @Override
    public void follows(PolicyService service) {
        requests = WebhookRequests.of(service, getEndpoint().getWebhook());
    }

    @Override
    protected void doStop() throws Exception {
        getEndpoint().component().leave(this);
        super.doStop();
    }

    @Override
    void begin(Exchange exchange, Runnable end) {
        WebhookRequests running = requests;
        if (running == null) {
            throw new IllegalStateException("whatsapp-policy:webhook is not started");
        }
        Executor endings = endings(exchange);
        running.handle(exchange, () -> {
            try {
                endings.execute(end);
            } catch (RejectedExecutionException e) {
                end.run();
            }
        });
    }
}
