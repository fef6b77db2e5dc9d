package org.whatsapppolicy.camel;

import org.apache.camel.spi.Metadata;

/** The headers of the component. Where an endpoint option of the same meaning stands, the header does not count. */
public final class WhatsAppPolicyConstants {

    @Metadata(
            label = "producer",
            description = "Who is messaged: a phone number as the CRM writes it, or a"
                    + " business-scoped user id. Counts only where no option recipient stands.",
            javaType = "String")
    public static final String RECIPIENT = "CamelWhatsAppPolicyRecipient";

    @Metadata(
            label = "producer",
            description =
                    "Name of the purpose in the policy document. Counts only where no option" + " purpose stands.",
            javaType = "String")
    public static final String PURPOSE = "CamelWhatsAppPolicyPurpose";

    @Metadata(
            label = "producer",
            description = "Name of the sender in the policy document; without it the purpose's."
                    + " Counts only where no option sender stands.",
            javaType = "String")
    public static final String SENDER = "CamelWhatsAppPolicySender";

    @Metadata(
            label = "producer",
            description = "Name of the template to send. Counts only where no option template" + " stands.",
            javaType = "String")
    public static final String TEMPLATE = "CamelWhatsAppPolicyTemplate";

    @Metadata(
            label = "producer",
            description = "The template's language as the platform spells it, such as pt_BR."
                    + " Counts only where no option templateLanguage stands.",
            javaType = "String")
    public static final String TEMPLATE_LANGUAGE = "CamelWhatsAppPolicyTemplateLanguage";

    @Metadata(
            label = "producer",
            description = "Prefix of headers that carry the template's parameters, followed by the"
                    + " parameter's name or position: CamelWhatsAppPolicyParameter.1",
            javaType = "String")
    public static final String PARAMETER_PREFIX = "CamelWhatsAppPolicyParameter.";

    @Metadata(
            label = "producer",
            description = "Language of a text to classify, or of the wording a person agreed to.",
            javaType = "String")
    public static final String LANGUAGE = "CamelWhatsAppPolicyLanguage";

    @Metadata(
            label = "producer",
            description = "The route's own key of the message: the same key is sent once. Counts"
                    + " only where no option idempotencyKey stands.",
            javaType = "String")
    public static final String IDEMPOTENCY_KEY = "CamelWhatsAppPolicyIdempotencyKey";

    @Metadata(
            label = "producer",
            description =
                    "Higher goes first among the sends that wait here for throughput. What is held leaves oldest first.",
            javaType = "Integer",
            defaultValue = "0")
    public static final String PRIORITY = "CamelWhatsAppPolicyPriority";

    @Metadata(
            label = "producer",
            description = "When the message is no longer worth sending, as an ISO-8601 instant with"
                    + " zone or offset; without it as the purpose says.",
            javaType = "String")
    public static final String EXPIRES_AT = "CamelWhatsAppPolicyExpiresAt";

    @Metadata(
            label = "producer",
            description = "What the body is when it is a file (bytes, a stream, a file) or a link to one: image, "
                    + "video, audio, voice, document or sticker. A file is uploaded when the message is "
                    + "allowed. With a template it fills the header. Counts only where no option media stands.",
            javaType = "String")
    public static final String MEDIA = "CamelWhatsAppPolicyMedia";

    @Metadata(
            label = "producer",
            description = "MIME type of the file in the body. Without it Content-Type counts when it fits, else the "
                    + "extension of the file name. Counts only where no option mediaType stands.",
            javaType = "String")
    public static final String MEDIA_TYPE = "CamelWhatsAppPolicyMediaType";

    @Metadata(
            label = "producer",
            description = "Name under which a document is shown; its extension decides whether the purpose allows "
                    + "it. Without it the header CamelFileName counts. Counts only where no option fileName "
                    + "stands.",
            javaType = "String")
    public static final String FILE_NAME = "CamelWhatsAppPolicyFileName";

    @Metadata(
            label = "producer",
            description = "Words below an image, a video or a document. Counts only where no option caption stands.",
            javaType = "String")
    public static final String CAPTION = "CamelWhatsAppPolicyCaption";

    @Metadata(
            label = "producer",
            description = "The platform's id of the message that this one quotes. Counts only where no option "
                    + "replyTo stands.",
            javaType = "String")
    public static final String REPLY_TO = "CamelWhatsAppPolicyReplyTo";

    @Metadata(
            label = "producer",
            description = "Kept with the message and given back in its events.",
            javaType = "String")
    public static final String CONTEXT = "CamelWhatsAppPolicyContext";

    @Metadata(
            label = "producer",
            description = "What the policy says.",
            javaType = "String",
            enums = "ALLOW,DEFER,DENY")
    public static final String DECISION = "CamelWhatsAppPolicyDecision";

    @Metadata(
            label = "producer",
            description = "Stable kebab-case codes of the reasons, the deciding ones first.",
            javaType = "java.util.List<String>")
    public static final String REASONS = "CamelWhatsAppPolicyReasons";

    @Metadata(
            label = "producer",
            description = "For DEFER: when the message is decided again.",
            javaType = "java.time.Instant")
    public static final String NOT_BEFORE = "CamelWhatsAppPolicyNotBefore";

    @Metadata(label = "producer", description = "Our id of the message.", javaType = "String")
    public static final String MESSAGE_ID = "CamelWhatsAppPolicyMessageId";

    @Metadata(label = "producer", description = "The platform's id of the message.", javaType = "String")
    public static final String WAMID = "CamelWhatsAppPolicyWamid";

    @Metadata(
            label = "producer",
            description = "What became of the message: accepted by the platform, refused, unknown"
                    + " (it may have been sent and no answer came), or taken while it is still to be sent. Absent when nothing is"
                    + " to be sent. In events of type outcome where the message stands: unknown, accepted, sent, delivered,"
                    + " read, played, denied, expired or failed.",
            javaType = "String",
            enums = "accepted,refused,unknown,taken,sent,delivered,read,played,denied,expired,failed")
    public static final String OUTCOME = "CamelWhatsAppPolicyOutcome";

    @Metadata(label = "producer", description = "The platform's error code of the last refusal.", javaType = "Integer")
    public static final String ERROR_CODE = "CamelWhatsAppPolicyErrorCode";

    @Metadata(
            label = "producer",
            description = "Whether the answer repeats that of an earlier message with the same key"
                    + " or id; nothing was sent now.",
            javaType = "Boolean")
    public static final String REPLAYED = "CamelWhatsAppPolicyReplayed";

    @Metadata(
            label = "producer",
            description = "The decision in words: every reason with its evidence, and when the" + " message could go.",
            javaType = "String")
    public static final String EXPLANATION = "CamelWhatsAppPolicyExplanation";

    @Metadata(
            label = "producer",
            description = "For consent: what an act did. For control: whether an order changed anything.",
            javaType = "String",
            enums = "applied,outdated,opted-out,nothing-to-confirm,unchanged")
    public static final String EFFECT = "CamelWhatsAppPolicyEffect";

    @Metadata(
            label = "producer",
            description = "For consent: when the act in force took place, and the time of an act to" + " record.",
            javaType = "java.time.Instant")
    public static final String ACTED_AT = "CamelWhatsAppPolicyActedAt";

    @Metadata(
            label = "producer",
            description = "For consent: by which road the act is known, such as keyword, button,"
                    + " signup, double-opt-in, crm, import, email, sms.",
            javaType = "String")
    public static final String SOURCE = "CamelWhatsAppPolicySource";

    @Metadata(
            label = "producer",
            description =
                    "For consent?action=lookup without a purpose: where the person stands with each purpose, one map"
                            + " each, with purpose, decision, reasons and, of the act in force, actedAt, source, actor, document,"
                            + " reference and expires.",
            javaType = "java.util.List<java.util.Map<String, Object>>")
    public static final String CONSENTS = "CamelWhatsAppPolicyConsents";

    @Metadata(
            label = "producer",
            description = "For control: why a stop is ordered or taken back.",
            javaType = "String")
    public static final String WHY = "CamelWhatsAppPolicyWhy";

    @Metadata(
            label = "producer",
            description =
                    "For consent: who entered the act, when it was not the person. For control: who gives the order.",
            javaType = "String")
    public static final String ACTOR = "CamelWhatsAppPolicyActor";

    @Metadata(
            label = "producer",
            description = "For consent: the wording or document version agreed to.",
            javaType = "String")
    public static final String DOCUMENT = "CamelWhatsAppPolicyDocument";

    @Metadata(
            label = "producer",
            description = "For consent: what proves the act, such as a form id.",
            javaType = "String")
    public static final String REFERENCE = "CamelWhatsAppPolicyReference";

    @Metadata(
            label = "producer",
            description = "For consent: when a grant lapses, by itself or by what the purpose says.",
            javaType = "java.time.Instant")
    public static final String EXPIRES = "CamelWhatsAppPolicyExpires";

    @Metadata(
            label = "consumer",
            description = "Of an event of consent: granted, confirmed, withdrawn, resumed, questioned or kept.",
            javaType = "String",
            enums = "granted,confirmed,withdrawn,resumed,questioned,kept")
    public static final String ACT = "CamelWhatsAppPolicyAct";

    @Metadata(
            label = "consumer",
            description = "Of an event of consent what it covers: all, marketing, marketing:app, or purpose: and its"
                    + " name.",
            javaType = "String")
    public static final String SCOPE = "CamelWhatsAppPolicyScope";

    @Metadata(
            label = "consumer",
            description = "When an event of whatsapp-policy:events happened, by the store's clock.",
            javaType = "java.time.Instant")
    public static final String EVENT_AT = "CamelWhatsAppPolicyEventAt";

    @Metadata(
            label = "consumer",
            description = "What an event of the webhook is about: message, status, preference, template-status and so"
                    + " on; unknown for what this version does not know. Of whatsapp-policy:events: consent, opt-out, decision or"
                    + " outcome.",
            javaType = "String")
    public static final String EVENT = "CamelWhatsAppPolicyEvent";

    @Metadata(
            label = "consumer",
            description = "What the words of an inbound message were taken for: OPT_OUT, OPT_IN, HELP, AMBIGUOUS or"
                    + " NONE.",
            javaType = "String")
    public static final String INTENT = "CamelWhatsAppPolicyIntent";

    @Metadata(
            label = "consumer",
            description = "The language and the rule that the intent rests on, such as en: stop; not there when it is"
                    + " NONE.",
            javaType = "String")
    public static final String INTENT_MATCH = "CamelWhatsAppPolicyIntentMatch";

    @Metadata(
            label = "common",
            description = "To the endpoint archiveTo: what the lines of the body are, payload or decision.",
            javaType = "String")
    public static final String ARCHIVED = "CamelWhatsAppPolicyArchived";

    @Metadata(
            label = "common",
            description = "To the endpoint archiveTo: how many lines the body has.",
            javaType = "Integer")
    public static final String ARCHIVED_COUNT = "CamelWhatsAppPolicyArchivedCount";

    private WhatsAppPolicyConstants() {}

    @Metadata(
            label = "consumer",
            description = "events: what the platform told of, such as template-status or account.",
            javaType = "String")
    public static final String CHANGE = "CamelWhatsAppPolicyChange";

    @Metadata(
            label = "consumer",
            description = "events: which template, number or account the platform told of.",
            javaType = "String")
    public static final String ABOUT = "CamelWhatsAppPolicyAbout";

    @Metadata(
            label = "consumer",
            description = "events: the platform's word for how it is now; or whether marketing is paused or resumed.",
            javaType = "String")
    public static final String STATE = "CamelWhatsAppPolicyState";
}
