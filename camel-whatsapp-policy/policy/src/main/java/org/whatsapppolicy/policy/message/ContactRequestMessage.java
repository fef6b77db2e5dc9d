package org.whatsapppolicy.policy.message;

/**
 * Asks a person who is known by a user id alone for the phone number, possible only inside an open service window.
 *
 * @param body the text, at most 1024 characters
 */
public record ContactRequestMessage(String body) implements OutboundMessage {

    /** Checks the limits. */
    public ContactRequestMessage {
        var unused = content(body);
    }

    /** The question. */
    public static ContactRequestMessage of(String body) {
        return new ContactRequestMessage(body);
    }

    @Override
    public MessageContent content() {
        return content(body);
    }

    private static MessageContent content(String body) {
        return Interactive.of("contact_request").body(body).action(JsonFields.with("name", "request_contact_info"));
    }

    @Override
    public String toString() {
        return "ContactRequestMessage[]";
    }
}
