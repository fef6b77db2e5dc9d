package org.whatsapppolicy.camel;

import java.util.List;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.events.EventJson;
import org.whatsapppolicy.camel.events.FeedReader;
import org.whatsapppolicy.camel.events.Subscription;
import org.whatsapppolicy.camel.handover.Attempts;
import org.whatsapppolicy.camel.json.Json;
import org.whatsapppolicy.store.FeedEvent;
import org.whatsapppolicy.store.FeedEvent.Acted;
import org.whatsapppolicy.store.FeedEvent.Decided;
import org.whatsapppolicy.store.FeedEvent.Letter;
import org.whatsapppolicy.store.FeedEvent.Moved;

/**
 * {@code from whatsapp-policy:events}: gives the route one event an exchange, at least once and in order, from a cursor that
 * outlives the process (S-41). The body is a {@link FeedEvent}, or JSON.
 */
final class EventsConsumer extends DefaultConsumer implements Suspendable, Dependent {

    private final Subscription subscription;
    private final Attempts attempts;
    private @Nullable FeedReader reader;

    /** @throws IllegalArgumentException for options that cannot work */
    EventsConsumer(WhatsAppPolicyEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        EventsConfiguration options = endpoint.getEvents();
        this.subscription = Subscription.of(options.getSubscriber(), options.getTypes());
        this.attempts = new Attempts(options.getAttempts());
    }

    @Override
    public WhatsAppPolicyEndpoint getEndpoint() {
        return (WhatsAppPolicyEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        read(getEndpoint().service());
        getEndpoint().component().join(this);
    }

    @Override
    public void stopping() {
        leave();
    }

    @Override
    public void follows(PolicyService service) {
        if (!isSuspendingOrSuspended()) {
            read(service);
        }
    }

    private void read(PolicyService service) {
        FeedReader own = new FeedReader(
                service.store().feed(),
                subscription,
                service.ids().next().toString(),
                event -> RouteRun.through(this, message -> fill(message, event)),
                attempts,
                service.blocking(),
                service.later());
        own.start();
        reader = own;
    }

    @Override
    protected void doStop() throws Exception {
        getEndpoint().component().leave(this);
        leave();
        super.doStop();
    }

    /** The cursor stays, and another node may read on. */
    @Override
    protected void doSuspend() throws Exception {
        leave();
        super.doSuspend();
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        read(getEndpoint().service());
    }

    private void leave() {
        FeedReader running = reader;
        reader = null;
        if (running != null) {
            running.stop();
        }
    }

    private void fill(Message message, FeedEvent event) {
        if (getEndpoint().getEvents().isJson()) {
            message.setBody(EventJson.of(event));
            message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        } else {
            message.setBody(event);
        }
        message.setHeader(WhatsAppPolicyConstants.EVENT, event.kind().word());
        message.setHeader(WhatsAppPolicyConstants.EVENT_AT, event.at());
        set(message, WhatsAppPolicyConstants.RECIPIENT, Addresses.text(event.recipient()));
        FeedEvent.Told told = event.told();
        if (told instanceof Acted acted) {
            fill(message, acted);
        } else if (told instanceof Decided decided) {
            fill(message, decided.message());
            message.setHeader(
                    WhatsAppPolicyConstants.DECISION, decided.verdict().name());
            message.setHeader(WhatsAppPolicyConstants.REASONS, decided.reasons());
            set(message, WhatsAppPolicyConstants.NOT_BEFORE, decided.notBefore());
        } else if (told instanceof Moved moved) {
            fill(message, moved.message());
            message.setHeader(
                    WhatsAppPolicyConstants.OUTCOME, moved.state().name().toLowerCase(Locale.ROOT));
            message.setHeader(WhatsAppPolicyConstants.REASONS, moved.reasons());
            set(message, WhatsAppPolicyConstants.WAMID, moved.wamid());
            set(message, WhatsAppPolicyConstants.ERROR_CODE, moved.code() == 0 ? null : moved.code());
        } else if (told instanceof FeedEvent.Paused paused) {
            message.setHeader(WhatsAppPolicyConstants.STATE, paused.reason() == null ? "resumed" : "paused");
            message.setHeader(
                    WhatsAppPolicyConstants.REASONS, paused.reason() == null ? List.of() : List.of(paused.reason()));
        } else if (told instanceof FeedEvent.Announced announced) {
            message.setHeader(WhatsAppPolicyConstants.CHANGE, announced.change());
            set(message, WhatsAppPolicyConstants.ABOUT, announced.about());
            set(message, WhatsAppPolicyConstants.STATE, announced.state());
        }
    }

    private static void fill(Message message, Letter letter) {
        message.setHeader(WhatsAppPolicyConstants.MESSAGE_ID, letter.id().toString());
        message.setHeader(WhatsAppPolicyConstants.PURPOSE, letter.purpose());
        set(message, WhatsAppPolicyConstants.SENDER, letter.sender());
        set(message, WhatsAppPolicyConstants.TEMPLATE, letter.template());
        set(message, WhatsAppPolicyConstants.CONTEXT, letter.context());
    }

    private static void fill(Message message, Acted acted) {
        message.setHeader(WhatsAppPolicyConstants.ACT, acted.act());
        message.setHeader(WhatsAppPolicyConstants.SCOPE, acted.scope());
        message.setHeader(
                WhatsAppPolicyConstants.EFFECT, Json.kebab(acted.effect().name()));
        message.setHeader(WhatsAppPolicyConstants.ACTED_AT, acted.actedAt());
        message.setHeader(WhatsAppPolicyConstants.SOURCE, acted.source());
        set(message, WhatsAppPolicyConstants.ACTOR, acted.actor());
        set(message, WhatsAppPolicyConstants.DOCUMENT, acted.document());
        set(message, WhatsAppPolicyConstants.LANGUAGE, acted.language());
        set(message, WhatsAppPolicyConstants.REFERENCE, acted.reference());
        set(message, WhatsAppPolicyConstants.EXPIRES, acted.until());
    }

    private static void set(Message message, String header, @Nullable Object value) {
        if (value != null) {
            message.setHeader(header, value);
        }
    }
}
