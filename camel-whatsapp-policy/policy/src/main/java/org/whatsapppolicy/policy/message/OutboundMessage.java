package org.whatsapppolicy.policy.message;

/**
 * A message that a Java route builds with types instead of maps. Checked when it is made: what breaks a limit of the platform
 * is an {@link InvalidMessageException} that names the field, the limit and the actual size. Immutable; texts never show in
 * {@code toString}.
 */
public sealed interface OutboundMessage
        permits AddressMessage,
                AudioMessage,
                CallPermissionMessage,
                CallToActionMessage,
                CarouselMessage,
                CatalogMessage,
                ContactRequestMessage,
                ContactsMessage,
                DocumentMessage,
                FlowMessage,
                ImageMessage,
                ListMessage,
                LocationMessage,
                LocationRequestMessage,
                ProductListMessage,
                ProductMessage,
                ReactionMessage,
                Reply,
                ReplyButtonsMessage,
                StickerMessage,
                TemplateMessage,
                TextMessage,
                VideoMessage {

    /** The message as it is sent, checked on the same path as one that came as a map. */
    MessageContent content();

    /**
     * The same as an answer that quotes a message. The phone shows no quote when the answer is a template, or when the quoted
     * message is deleted or older than about 30 days.
     *
     * @param wamid the platform's id of that message
     * @throws InvalidMessageException when this is a reaction, which names its message itself
     */
    default OutboundMessage inReplyTo(String wamid) {
        return new Reply(this, wamid);
    }
}
