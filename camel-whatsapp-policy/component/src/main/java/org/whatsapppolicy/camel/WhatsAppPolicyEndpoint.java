package org.whatsapppolicy.camel;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Send WhatsApp messages through a policy of consent, caps, quiet hours and limits.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "whatsapp-policy",
        title = "WhatsApp Policy",
        syntax = "whatsapp-policy:operation",
        category = {Category.CHAT, Category.MESSAGING},
        headersClass = WhatsAppPolicyConstants.class)
public class WhatsAppPolicyEndpoint extends DefaultEndpoint implements EndpointServiceLocation {

    @UriPath(
            enums = "send,check,consent,webhook,optOut,control,events",
            description = "What is done: send a message, check what the policy says without any effect, look up and"
                    + " record consent, take what the platform posts, look for an opt-out in a text from anywhere, stop and"
                    + " resume sending, or hear what happened.")
    @Metadata(required = true)
    private String operation;

    @UriParam
    private WhatsAppPolicyConfiguration configuration;

    @UriParam
    private ConsentConfiguration consent;

    @UriParam
    private WebhookConfiguration webhook;

    @UriParam
    private ControlConfiguration control;

    @UriParam
    private EventsConfiguration events;

    WhatsAppPolicyEndpoint(
            String uri,
            WhatsAppPolicyComponent component,
            Operation operation,
            WhatsAppPolicyConfiguration configuration,
            ConsentConfiguration consent,
            WebhookConfiguration webhook,
            ControlConfiguration control,
            EventsConfiguration events) {
        super(uri, component);
        this.operation = operation.word();
        this.configuration = configuration;
        this.consent = consent;
        this.webhook = webhook;
        this.control = control;
        this.events = events;
    }

    /** Refuses what cannot work, before the first message. */
    void validate() {
        String recipient = configuration.getRecipient();
        if (recipient != null && !Evaluated.isExpression(recipient)) {
            throw new IllegalArgumentException("recipient: found a literal value, expected a Simple expression such as"
                    + " ${body[phone]}: an address in a URI would stand in logs and in JMX. Set the header "
                    + WhatsAppPolicyConstants.RECIPIENT + " to send to somebody in particular");
        }
        Reaction.of("onDeny", configuration.getOnDeny());
        Reaction.of("onDefer", configuration.getOnDefer());
        Operation what = Operation.of(operation);
        if (what == Operation.CONSENT) {
            ConsentAction.of(consent.getAction());
        } else if (what == Operation.CONTROL) {
            ControlAction.of(consent.getAction());
        } else if (consent.getAction() != null) {
            throw new IllegalArgumentException(
                    "action: belongs to whatsapp-policy:consent and control, found at " + operation);
        }
        if (what != Operation.OPT_OUT && !consent.isRecord()) {
            throw new IllegalArgumentException("record: belongs to whatsapp-policy:optOut, found at " + operation);
        }
        long modes = Stream.of(configuration.isAsync(), configuration.isDryRun(), configuration.isTransacted())
                .filter(chosen -> chosen)
                .count();
        if (modes > 1) {
            throw new IllegalArgumentException(
                    "dryRun, async and transacted: found " + modes + " of them, expected at most one");
        }
    }

    @Override
    public Producer createProducer() {
        return switch (Operation.of(operation)) {
            case SEND -> new SendProducer(this);
            case CHECK -> new CheckProducer(this);
            case CONSENT -> new ConsentProducer(this);
            case WEBHOOK -> new WebhookProducer(this);
            case OPT_OUT -> new OptOutProducer(this);
            case CONTROL -> new ControlProducer(this);
            case EVENTS ->
                throw new UnsupportedOperationException("to whatsapp-policy:events takes nothing; use it with from");
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        DefaultConsumer consumer =
                switch (Operation.of(operation)) {
                    case WEBHOOK -> new WebhookConsumer(this, processor);
                    case EVENTS -> new EventsConsumer(this, processor);
                    default ->
                        throw new UnsupportedOperationException("from whatsapp-policy:" + operation
                                + " receives nothing; use it with to, or from whatsapp-policy:webhook or :events");
                };
        configureConsumer(consumer);
        return consumer;
    }

    PolicyService service() {
        return component().service();
    }

    WhatsAppPolicyComponent component() {
        return (WhatsAppPolicyComponent) getComponent();
    }

    @Override
    public @Nullable String getServiceUrl() {
        return ((WhatsAppPolicyComponent) getComponent()).getBaseUri();
    }

    @Override
    public String getServiceProtocol() {
        return "http";
    }

    @Override
    public @Nullable Map<String, String> getServiceMetadata() {
        return null;
    }

    public String getOperation() {
        return operation;
    }

    public void setOperation(String operation) {
        this.operation = operation;
    }

    public WhatsAppPolicyConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(WhatsAppPolicyConfiguration configuration) {
        this.configuration = configuration;
    }

    public ConsentConfiguration getConsent() {
        return consent;
    }

    public void setConsent(ConsentConfiguration consent) {
        this.consent = consent;
    }

    public WebhookConfiguration getWebhook() {
        return webhook;
    }

    public void setWebhook(WebhookConfiguration webhook) {
        this.webhook = webhook;
    }

    public ControlConfiguration getControl() {
        return control;
    }

    public void setControl(ControlConfiguration control) {
        this.control = control;
    }

    public EventsConfiguration getEvents() {
        return events;
    }

    public void setEvents(EventsConfiguration events) {
        this.events = events;
    }
}
