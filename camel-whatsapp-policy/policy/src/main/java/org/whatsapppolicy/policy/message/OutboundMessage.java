package org.whatsapppolicy.policy.message;

/** A message that a Java route builds with types instead of maps. */
public sealed interface OutboundMessage permits TextMessage, TemplateMessage {

    /**
     * The message as it is sent, checked on the same path as one that came as a map.
     *
     * @throws InvalidMessageException naming the field, the limit and the actual size
     */
    MessageContent content();
}
