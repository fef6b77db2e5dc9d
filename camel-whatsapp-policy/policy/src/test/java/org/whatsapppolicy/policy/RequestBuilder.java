package org.whatsapppolicy.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.decision.Given;
import org.whatsapppolicy.policy.decision.OutsideConsent;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.message.MessageContent;

/** Builds a {@link SendRequest} to {@link Examples#ALICE}. */
public final class RequestBuilder {

    private static final AtomicLong IDS = new AtomicLong();

    private UUID id = new UUID(7L << 12, IDS.incrementAndGet());
    private @Nullable String key;
    private Recipient recipient = Examples.ALICE;
    private String purpose;
    private @Nullable String sender;
    private @Nullable Given given;
    private MessageContent content = new MessageContent("text", null, null, Map.of("type", "text"));
    private int priority;
    private @Nullable Instant taken;
    private @Nullable Instant expires;
    private @Nullable String context;
    private @Nullable OutsideConsent outside;
    private int attempt;

    RequestBuilder(String purpose) {
        this.purpose = purpose;
    }

    public RequestBuilder id(UUID value) {
        id = value;
        return this;
    }

    public RequestBuilder key(String value) {
        key = value;
        return this;
    }

    public RequestBuilder to(Recipient value) {
        recipient = value;
        return this;
    }

    public RequestBuilder purpose(String value) {
        purpose = value;
        return this;
    }

    public RequestBuilder sender(String value) {
        sender = value;
        return this;
    }

    public RequestBuilder priority(int value) {
        priority = value;
        return this;
    }

    /** Uses a template without parameters, in pt_BR. */
    public RequestBuilder template(String name) {
        return template(new MessageContent.TemplateUse(name, "pt_BR", List.of(), List.of()));
    }

    public RequestBuilder template(MessageContent.TemplateUse use) {
        Map<String, Object> body = Map.of("type", "template", "template", Map.of("name", use.name()));
        content = new MessageContent("template", use, null, body);
        return this;
    }

    /** Sends a text instead of a template. */
    public RequestBuilder freeForm() {
        content = new MessageContent("text", null, null, Map.of("type", "text", "text", Map.of("body", "hello")));
        return this;
    }

    public RequestBuilder document(String extension) {
        content = new MessageContent("document", content.template(), extension, Map.of("type", "document"));
        return this;
    }

    public RequestBuilder content(MessageContent value) {
        content = value;
        return this;
    }

    public RequestBuilder given(Given value) {
        given = value;
        return this;
    }

    public RequestBuilder taken(Instant value) {
        taken = value;
        return this;
    }

    public RequestBuilder expires(Instant value) {
        expires = value;
        return this;
    }

    public RequestBuilder context(String value) {
        context = value;
        return this;
    }

    public RequestBuilder outside(@Nullable OutsideConsent value) {
        outside = value;
        return this;
    }

    public RequestBuilder attempt(int value) {
        attempt = value;
        return this;
    }

    public SendRequest build() {
        return new SendRequest(
                id, key, recipient, purpose, sender, content, priority, taken, expires, context, outside, attempt,
                given);
    }
}
