package org.whatsapppolicy.policy.address;

/**
 * The person a message is for, as read from a text. An unreadable text is a value too, so that a decision can say why it was
 * denied.
 */
public sealed interface Recipient permits PhoneNumber, UserId, UnreadableRecipient {

    /** A form fit for logs and messages: never the whole number or id. */
    String masked();
}
