package org.whatsapppolicy.policy.message;

import java.util.List;
import java.util.Map;

/**
 * One to five contact cards, possible only inside an open service window.
 *
 * @param contacts the cards
 */
public record ContactsMessage(List<ContactCard> contacts) implements OutboundMessage {

    /** Checks the limits. */
    public ContactsMessage {
        contacts = List.copyOf(contacts);
        var unused = content(contacts);
    }

    /** These cards. */
    public static ContactsMessage of(ContactCard... contacts) {
        return new ContactsMessage(List.of(contacts));
    }

    @Override
    public MessageContent content() {
        return content(contacts);
    }

    private static MessageContent content(List<ContactCard> contacts) {
        Object cards = contacts.stream().map(ContactCard::cloudApi).toList();
        return MessageReader.cloudApi(Map.of("type", "contacts", "contacts", cards));
    }

    @Override
    public String toString() {
        return "ContactsMessage[" + contacts.size() + "]";
    }
}
