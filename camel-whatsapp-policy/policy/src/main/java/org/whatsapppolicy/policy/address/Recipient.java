package org.whatsapppolicy.policy.address;

/**
 * The person a message is for, as read from a text. An unreadable text is a value too, so that a decision can say why it was
 * denied.
 */
public sealed interface Recipient permits PhoneNumber, UserId, UnreadableRecipient {

    /** Whether WhatsApp treats the person as one of the United States: by the area code or the user id (S-32). */
    default boolean american() {
        return this instanceof PhoneNumber phone
                ? phone.region().equals("US")
                : this instanceof UserId id && id.country().equals("US");
    }

    /** A form fit for logs and messages: never the whole number or id. */
    String masked();
}
