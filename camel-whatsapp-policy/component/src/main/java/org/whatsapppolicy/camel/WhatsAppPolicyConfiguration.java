package org.whatsapppolicy.camel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/**
 * What stands in an endpoint's URI. Options that are evaluated per message are Simple expressions; they are compiled when the
 * producer starts.
 */
@UriParams
@Configurer
public class WhatsAppPolicyConfiguration implements Cloneable {

    @UriParam(
            label = "producer",
            description = "Name of the purpose in the policy document: why this message is sent."
                    + " A Simple expression, evaluated per message. Wins over the header CamelWhatsAppPolicyPurpose.")
    private @Nullable String purpose;

    @UriParam(
            label = "producer",
            description = "Who is messaged. A Simple expression, evaluated per message, such as"
                    + " ${header.phone}; a literal phone number is refused, because it would stand in URIs and in JMX. Wins over"
                    + " the header CamelWhatsAppPolicyRecipient.")
    private @Nullable String recipient;

    @UriParam(
            label = "producer",
            description = "Name of the sender in the policy document, instead of the purpose's."
                    + " A Simple expression, evaluated per message. Wins over the header CamelWhatsAppPolicySender.")
    private @Nullable String sender;

    @UriParam(
            label = "producer",
            description = "Name of the template to send. A Simple expression, evaluated per"
                    + " message. Wins over the header CamelWhatsAppPolicyTemplate.")
    private @Nullable String template;

    @UriParam(
            label = "producer",
            description = "The template's language as the platform spells it, such as pt_BR. May"
                    + " be left out when the template is known in one language only. A Simple expression, evaluated per message."
                    + " Wins over the header CamelWhatsAppPolicyTemplateLanguage.")
    private @Nullable String templateLanguage;

    @UriParam(
            label = "producer",
            prefix = "parameter.",
            multiValue = true,
            description = "Parameters of the template by name or position, such as parameter.1=${header.name}. Simple"
                    + " expressions, evaluated per message. Win over headers and over a map as body.")
    private @Nullable Map<String, Object> parameters;

    @UriParam(
            label = "producer",
            description = "The route's own key of the message: the same key is sent once. A Simple"
                    + " expression, evaluated per message. Wins over the header CamelWhatsAppPolicyIdempotencyKey.")
    private @Nullable String idempotencyKey;

    @UriParam(
            label = "producer",
            description =
                    "Higher goes first among the sends that wait here for throughput. What is held (async, transacted,"
                            + " deferred) leaves oldest first: give urgent purposes a sender of their own. A Simple expression,"
                            + " evaluated per message. Wins over the header CamelWhatsAppPolicyPriority.")
    private @Nullable String priority;

    @UriParam(
            label = "producer",
            description = "When the message is no longer worth sending: an ISO-8601 instant with"
                    + " zone or offset, or a java.time value. A Simple expression, evaluated per message. Wins over the header"
                    + " CamelWhatsAppPolicyExpiresAt.")
    private @Nullable String expiresAt;

    @UriParam(
            label = "producer",
            description = "Kept with the message and given back in its events. A Simple"
                    + " expression, evaluated per message. Wins over the header CamelWhatsAppPolicyContext.")
    private @Nullable String context;

    @UriParam(
            label = "producer",
            description = "What the body is when it is a file (bytes, a stream, a file) or a link to one: image, "
                    + "video, audio, voice, document or sticker. A file is uploaded when the message is "
                    + "allowed. With a template it fills the header. A Simple expression, evaluated per "
                    + "message. Wins over the header CamelWhatsAppPolicyMedia.")
    private @Nullable String media;

    @UriParam(
            label = "producer",
            description = "MIME type of the file in the body. Without it Content-Type counts when it fits, else the "
                    + "extension of the file name. A Simple expression, evaluated per message. Wins over the "
                    + "header CamelWhatsAppPolicyMediaType.")
    private @Nullable String mediaType;

    @UriParam(
            label = "producer",
            description = "Name under which a document is shown; its extension decides whether the purpose allows "
                    + "it. Without it the header CamelFileName counts. A Simple expression, evaluated per "
                    + "message. Wins over the header CamelWhatsAppPolicyFileName.")
    private @Nullable String fileName;

    @UriParam(
            label = "producer",
            description = "Words below an image, a video or a document. A Simple expression, evaluated per message. "
                    + "Wins over the header CamelWhatsAppPolicyCaption.")
    private @Nullable String caption;

    @UriParam(
            label = "producer",
            description = "The platform's id of the message that this one quotes. A Simple expression, evaluated "
                    + "per message. Wins over the header CamelWhatsAppPolicyReplyTo.")
    private @Nullable String replyTo;

    @UriParam(label = "producer", defaultValue = "false", description = "Decides without any effect and sends nothing.")
    private boolean dryRun;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description = "Takes the message durably and answers"
                    + " Outcome=taken; it is decided and sent in the background.")
    private boolean async;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description =
                    "Takes the message in the route's JDBC transaction and answers Outcome=taken; it is decided and"
                            + " sent after the commit, and never was when the transaction rolls back. For PostgreSQL, with the"
                            + " store's DataSource and Spring's transaction manager for it.")
    private boolean transacted;

    @UriParam(
            label = "producer",
            defaultValue = "continue",
            enums = "continue,stop,throw",
            description =
                    "What happens to the exchange when the policy says DENY: it goes on with the headers set, ends"
                            + " here, or fails with MessageDeniedException.")
    private String onDeny = "continue";

    @UriParam(
            label = "producer",
            defaultValue = "continue",
            enums = "continue,stop,throw",
            description = "What happens to the exchange when the message is held for later: it goes on with the headers"
                    + " set, ends here, or fails with MessageDeferredException. The message stays held in any case.")
    private String onDefer = "continue";

    public @Nullable String getPurpose() {
        return purpose;
    }

    public void setPurpose(@Nullable String purpose) {
        this.purpose = purpose;
    }

    public @Nullable String getRecipient() {
        return recipient;
    }

    public void setRecipient(@Nullable String recipient) {
        this.recipient = recipient;
    }

    public @Nullable String getSender() {
        return sender;
    }

    public void setSender(@Nullable String sender) {
        this.sender = sender;
    }

    public @Nullable String getTemplate() {
        return template;
    }

    public void setTemplate(@Nullable String template) {
        this.template = template;
    }

    public @Nullable String getTemplateLanguage() {
        return templateLanguage;
    }

    public void setTemplateLanguage(@Nullable String templateLanguage) {
        this.templateLanguage = templateLanguage;
    }

    public @Nullable Map<String, Object> getParameters() {
        return parameters;
    }

    public void setParameters(@Nullable Map<String, Object> parameters) {
        this.parameters = parameters;
    }

    public @Nullable String getIdempotencyKey() {
        return idempotencyKey;
    }

    public void setIdempotencyKey(@Nullable String idempotencyKey) {
        this.idempotencyKey = idempotencyKey;
    }

    public @Nullable String getPriority() {
        return priority;
    }

    public void setPriority(@Nullable String priority) {
        this.priority = priority;
    }

    public @Nullable String getExpiresAt() {
        return expiresAt;
    }

    public void setExpiresAt(@Nullable String expiresAt) {
        this.expiresAt = expiresAt;
    }

    public @Nullable String getContext() {
        return context;
    }

    public void setContext(@Nullable String context) {
        this.context = context;
    }

    public @Nullable String getMedia() {
        return media;
    }

    public void setMedia(@Nullable String media) {
        this.media = media;
    }

    public @Nullable String getMediaType() {
        return mediaType;
    }

    public void setMediaType(@Nullable String mediaType) {
        this.mediaType = mediaType;
    }

    public @Nullable String getFileName() {
        return fileName;
    }

    public void setFileName(@Nullable String fileName) {
        this.fileName = fileName;
    }

    public @Nullable String getCaption() {
        return caption;
    }

    public void setCaption(@Nullable String caption) {
        this.caption = caption;
    }

    public @Nullable String getReplyTo() {
        return replyTo;
    }

    public void setReplyTo(@Nullable String replyTo) {
        this.replyTo = replyTo;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    public boolean isAsync() {
        return async;
    }

    public void setAsync(boolean async) {
        this.async = async;
    }

    public boolean isTransacted() {
        return transacted;
    }

    public void setTransacted(boolean transacted) {
        this.transacted = transacted;
    }

    public String getOnDeny() {
        return onDeny;
    }

    public void setOnDeny(String onDeny) {
        this.onDeny = onDeny;
    }

    public String getOnDefer() {
        return onDefer;
    }

    public void setOnDefer(String onDefer) {
        this.onDefer = onDefer;
    }

    /** A copy that shares nothing changeable. */
    public WhatsAppPolicyConfiguration copy() {
        try {
            WhatsAppPolicyConfiguration copy = (WhatsAppPolicyConfiguration) super.clone();
            copy.parameters = parameters == null ? null : new LinkedHashMap<>(parameters);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }
}
