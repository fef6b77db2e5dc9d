package org.whatsapppolicy.camel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.content.BodyReader;
import org.whatsapppolicy.camel.content.Instants;
import org.whatsapppolicy.policy.address.PhoneNumber;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.RecipientReader;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.OwnMessage;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.Purpose;
import org.whatsapppolicy.policy.document.Sender;
import org.whatsapppolicy.policy.document.TemplateRef;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.policy.message.Signal;

/** Reads the wish to send out of an exchange: options first, then headers, then the body. */
final class RequestReader {

    private final Supplier<PolicyService> service;
    private final RecipientReader recipients = new RecipientReader();
    private final Evaluated recipient;
    private final Evaluated purpose;
    private final Evaluated sender;
    private final Evaluated idempotencyKey;
    private final Evaluated priority;
    private final Evaluated expiresAt;
    private final Evaluated context;
    private final Evaluated replyTo;
    private final TemplateReader template;
    private final MediaReader media;
    private final String place;

    RequestReader(WhatsAppPolicyEndpoint endpoint) {
        this.service = endpoint::service;
        this.place = endpoint.getEndpointUri();
        CamelContext camel = endpoint.getCamelContext();
        WhatsAppPolicyConfiguration options = endpoint.getConfiguration();
        recipient = Evaluated.of(camel, "recipient", options.getRecipient(), WhatsAppPolicyConstants.RECIPIENT);
        purpose = Evaluated.of(camel, "purpose", options.getPurpose(), WhatsAppPolicyConstants.PURPOSE);
        sender = Evaluated.of(camel, "sender", options.getSender(), WhatsAppPolicyConstants.SENDER);
        idempotencyKey = Evaluated.of(
                camel, "idempotencyKey", options.getIdempotencyKey(), WhatsAppPolicyConstants.IDEMPOTENCY_KEY);
        priority = Evaluated.of(camel, "priority", options.getPriority(), WhatsAppPolicyConstants.PRIORITY);
        expiresAt = Evaluated.of(camel, "expiresAt", options.getExpiresAt(), WhatsAppPolicyConstants.EXPIRES_AT);
        context = Evaluated.of(camel, "context", options.getContext(), WhatsAppPolicyConstants.CONTEXT);
        replyTo = Evaluated.of(camel, "replyTo", options.getReplyTo(), WhatsAppPolicyConstants.REPLY_TO);
        media = new MediaReader(camel, options);
        template = new TemplateReader(camel, options, service);
    }

    /** The body as a value; null when the exchange says that it is a file, which is read later. */
    @Nullable
    Object body(Exchange exchange) {
        return media.asked(exchange) ? null : BodyReader.value(exchange);
    }

    /** The read receipt or typing indicator that the body is, or null. With a template a body is a row. */
    @Nullable
    Signal signal(Exchange exchange, @Nullable Object body) {
        if (body instanceof Signal signal) {
            return signal;
        }
        boolean other = template.asked(exchange) || media.asked(exchange);
        return !other && body instanceof Map<?, ?> map && Signal.isOne(map) ? Signal.cloudApi(map) : null;
    }

    /** Name of the sender by option or header, or null. */
    @Nullable
    String senderOrNull(Exchange exchange) {
        return sender.text(exchange);
    }

    /** @throws IllegalArgumentException naming what is missing or cannot be read */
    SendRequest message(Exchange exchange) {
        return message(exchange, body(exchange));
    }

    /**
     * @param body as {@link #body} gave it
     * @throws IllegalArgumentException naming what is missing or cannot be read
     */
    SendRequest message(Exchange exchange, @Nullable Object body) {
        String name = purpose(exchange);
        String from = sender.text(exchange);
        Sender business = sender(name, from);
        Wording wording = orElse(exchange, name, business, content(exchange, business, body));
        Recipient to = recipient(exchange, name, business, body);
        String key = idempotencyKey.text(exchange);
        return new SendRequest(
                key == null
                        ? SentIds.id(exchange, place, to, wording, service.get().ids())
                        : service.get().ids().next(),
                key,
                to,
                name,
                from,
                wording.content(),
                priority(exchange),
                null,
                instant(expiresAt, exchange),
                context.text(exchange),
                null,
                0,
                wording.given());
    }

    private Wording content(Exchange exchange, @Nullable Sender business, @Nullable Object body) {
        Wording content;
        if (template.asked(exchange)) {
            content = template.read(exchange, business, media.asked(exchange) ? media.header(exchange) : body);
        } else {
            content = Wording.whole(media.asked(exchange) ? media.message(exchange) : BodyReader.message(body));
        }
        String quoted = replyTo.text(exchange);
        return quoted == null ? content : content.inReplyTo(quoted);
    }

    /** The message with the purpose's fallback template beside it, for when the window turns out to be closed. */
    private Wording orElse(Exchange exchange, String name, @Nullable Sender business, Wording wording) {
        if (!wording.content().freeForm()) {
            return wording;
        }
        Purpose known = service.get().policy().document().purpose(name);
        TemplateRef fallback = known == null ? null : known.fallbackTemplate();
        return wording.orElse(
                fallback == null || business == null ? null : template.named(exchange, business, fallback, List.of()));
    }

    /**
     * The question of a double opt-in: its first button confirms, its second ends the purpose.
     *
     * @throws IllegalArgumentException when the purpose asks nothing
     */
    SendRequest consentRequest(Exchange exchange, Recipient to, String name) {
        String from = sender.text(exchange);
        Sender business = sender(name, from);
        Purpose known = service.get().policy().document().purposes().get(name);
        TemplateRef ask = known == null ? null : known.consent().ask();
        if (business == null || ask == null) {
            throw new IllegalArgumentException(
                    "purpose: found " + name + ", expected one whose consent says how to ask:"
                            + " consent: { kind: double-opt-in, ask: { name: …, language: … } }");
        }
        Wording wording =
                template.named(exchange, business, ask, List.of("opt-in:purpose:" + name, "opt-out:purpose:" + name));
        return new SendRequest(
                SentIds.id(exchange, place, to, wording, service.get().ids()),
                null,
                to,
                OwnMessage.request(name),
                from,
                wording.content(),
                priority(exchange),
                null,
                instant(expiresAt, exchange),
                context.text(exchange),
                null,
                0,
                wording.given());
    }

    /** The same for those who only ask about a person: any content will do. */
    SendRequest question(Exchange exchange, MessageContent content) {
        String name = purpose(exchange);
        String from = sender.text(exchange);
        Recipient to = recipient(exchange, name, sender(name, from), null);
        return new SendRequest(service.get().ids().next(), null, to, name, from, content, 0, null, null, null, null, 0);
    }

    /** Who, where a purpose need not be given. */
    Recipient person(Exchange exchange) {
        String name = purpose.text(exchange);
        return recipient(exchange, name, name == null ? null : sender(name, sender.text(exchange)), null);
    }

    @Nullable
    String purposeOrNull(Exchange exchange) {
        return purpose.text(exchange);
    }

    private String purpose(Exchange exchange) {
        String name = purpose.text(exchange);
        if (name == null) {
            throw new IllegalArgumentException("purpose: found none, neither as option nor as header "
                    + WhatsAppPolicyConstants.PURPOSE + "; expected one of "
                    + service.get().policy().document().purposes().keySet());
        }
        return name;
    }

    private @Nullable Sender sender(String purposeName, @Nullable String name) {
        PolicyDocument document = service.get().policy().document();
        if (name != null) {
            return document.senders().get(name);
        }
        Purpose known = document.purpose(purposeName);
        return known == null ? null : document.senders().get(known.sender());
    }

    private Recipient recipient(
            Exchange exchange, @Nullable String purposeName, @Nullable Sender business, @Nullable Object body) {
        String region = service.get().policy().document().region(purposeName, business);
        String given = recipient.text(exchange);
        String inBody = template.asked(exchange) ? null : BodyReader.recipient(body);
        Recipient read = recipients.read(given == null ? inBody : given, region);
        if (given != null && inBody != null && !same(read, recipients.read(inBody, region))) {
            throw new IllegalArgumentException(
                    "recipient: the body names another person than the option or header; leave to and recipient out of it");
        }
        return read;
    }

    private static boolean same(Recipient one, Recipient other) {
        if (one instanceof PhoneNumber a && other instanceof PhoneNumber b) {
            return a.key().equals(b.key());
        }
        return one instanceof UserId && one.equals(other);
    }

    private int priority(Exchange exchange) {
        String text = priority.text(exchange);
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("priority: expected a whole number, found a text that is none");
        }
    }

    static @Nullable Instant instant(Evaluated option, Exchange exchange) {
        Object value = option.value(exchange);
        return value == null || value.toString().isBlank() ? null : Instants.read(option.name(), value);
    }
}
