package org.whatsapppolicy.camel;

import java.time.Instant;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.webhook.Recognised;
import org.whatsapppolicy.camel.webhook.Replies;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.inbound.InboundEvent;
import org.whatsapppolicy.policy.inbound.Signals.Signal;
import org.whatsapppolicy.policy.inbound.Told;

/** An event of the webhook as a route gets it: the event as body, what it is about as headers. */
final class EventMessages {

    private EventMessages() {}

    static void fill(Message message, Recognised recognised, PolicyService service) {
        PolicyDocument document = service.policy().document();
        InboundEvent event = recognised.event();
        Instant at = event.at() == null ? Instant.EPOCH : event.at();
        Signal signal = service.reception().signals().of(event, recognised.words(), document, at);
        message.setBody(event);
        message.setHeader(WhatsAppPolicyConstants.EVENT, event.kind().word());
        set(message, WhatsAppPolicyConstants.RECIPIENT, Addresses.text(event.person()));
        set(message, WhatsAppPolicyConstants.SENDER, Replies.sender(document, event.phoneNumberId()));
        if (event.told() instanceof Told.Written written) {
            message.setHeader(WhatsAppPolicyConstants.WAMID, written.wamid());
            message.setHeader(WhatsAppPolicyConstants.INTENT, signal.intent().name());
            set(message, WhatsAppPolicyConstants.INTENT_MATCH, signal.by());
        } else if (event.told() instanceof Told.Moved moved) {
            message.setHeader(WhatsAppPolicyConstants.WAMID, moved.wamid());
            set(
                    message,
                    WhatsAppPolicyConstants.MESSAGE_ID,
                    moved.ours() == null ? null : moved.ours().toString());
        }
    }

    private static void set(Message message, String header, @Nullable Object value) {
        if (value != null) {
            message.setHeader(header, value);
        }
    }
}
