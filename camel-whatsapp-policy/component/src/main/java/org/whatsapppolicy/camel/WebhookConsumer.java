package org.whatsapppolicy.camel;

import java.util.Objects;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.Suspendable;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.webhook.EventTakers;
import org.whatsapppolicy.camel.webhook.InboxReader;
import org.whatsapppolicy.camel.webhook.Recognised;
import org.whatsapppolicy.policy.inbound.InboundEvent;

/**
 * {@code from whatsapp-policy:webhook}: listens on platform-http, and gives the route one event an exchange, from the durable inbox
 * and after the platform was answered (S-46). The body is an {@link InboundEvent}.
 */
final class WebhookConsumer extends DefaultConsumer implements Suspendable, Dependent {

    private @Nullable InboxReader reader;
    private @Nullable EventTakers takers;
    private volatile @Nullable WebhookRequests requests;
    private @Nullable Consumer listener;

    WebhookConsumer(WhatsAppPolicyEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    @Override
    public WhatsAppPolicyEndpoint getEndpoint() {
        return (WhatsAppPolicyEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        PolicyService service = getEndpoint().service();
        read(service, false);
        if (getEndpoint().getWebhook().isListen()) {
            listener = listen(service);
        }
        getEndpoint().component().join(this);
    }

    /**
     * The route gets nothing more. It stays the one that takes events: what is answered 200 meanwhile is kept for it, and what comes
     * later, until another service follows, is answered 503, so that the platform delivers it again.
     */
    @Override
    public void stopping() {
        rest();
    }

    @Override
    public void follows(PolicyService service) {
        read(service, isSuspendingOrSuspended());
        if (listener != null) {
            requests = WebhookRequests.of(service, getEndpoint().getWebhook());
        }
    }

    /** @param resting whether the route gets nothing for now, while what comes is kept for it */
    private void read(PolicyService service, boolean resting) {
        InboxReader own = new InboxReader(
                service.store().inbox(), service.reception().signals()::words, this::through, service.eventThreads());
        if (resting) {
            own.stop();
        }
        EventTakers events = service.reception().events();
        events.taker(reader, own);
        takers = events;
        reader = own;
        service.blocking().execute(own);
    }

    /** The route gets nothing more; what the platform tells is acted on and kept for it all the same. */
    @Override
    protected void doSuspend() throws Exception {
        rest();
        super.doSuspend();
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        read(getEndpoint().service(), false);
    }

    private void rest() {
        InboxReader running = reader;
        if (running != null) {
            running.stop();
        }
    }

    private void leave() {
        InboxReader running = reader;
        EventTakers from = takers;
        if (running != null && from != null) {
            from.left(running);
            running.stop();
        }
        reader = null;
        takers = null;
    }

    private Consumer listen(PolicyService service) throws Exception {
        WebhookConfiguration options = getEndpoint().getWebhook();
        requests = WebhookRequests.of(service, options);
        Consumer http = endpoint(options.getPath()).createConsumer(processor());
        ServiceHelper.startService(http);
        return http;
    }

    private AsyncProcessor processor() {
        return new AsyncProcessorSupport() {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                Objects.requireNonNull(requests).handle(exchange, () -> callback.done(false));
                return false;
            }
        };
    }

    private Endpoint endpoint(String path) {
        CamelContext context = getEndpoint().getCamelContext();
        try {
            return context.getEndpoint("platform-http:" + path + "?httpMethodRestrict=GET,POST&muteException=true");
        } catch (ResolveEndpointFailedException e) {
            throw new IllegalArgumentException(
                    "whatsapp-policy:webhook listens on platform-http, which cannot be used: add"
                            + " camel-platform-http-main (Camel Main), camel-platform-http-starter (Spring Boot) or"
                            + " another engine of it, or receive the request by another route and pass it to"
                            + " whatsapp-policy:webhook, with listen=false here",
                    e);
        }
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopAndShutdownService(listener);
        listener = null;
        getEndpoint().component().leave(this);
        leave();
        super.doStop();
    }

    private boolean through(Recognised event) {
        return RouteRun.through(
                this,
                message -> EventMessages.fill(message, event, getEndpoint().service()));
    }
}
