package org.whatsapppolicy.policy.message;

/**
 * A message as an answer that quotes another one.
 *
 * @param message what is sent
 * @param wamid the platform's id of the quoted message
 */
public record Reply(OutboundMessage message, String wamid) implements OutboundMessage {

    /** Checks that this message can quote. */
    public Reply {
        var unused = message.content().inReplyTo(wamid);
    }

    @Override
    public MessageContent content() {
        return message.content().inReplyTo(wamid);
    }

    @Override
    public String toString() {
        return "Reply[" + message + "]";
    }
}
