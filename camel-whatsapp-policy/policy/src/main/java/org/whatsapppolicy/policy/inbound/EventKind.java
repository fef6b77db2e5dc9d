package org.whatsapppolicy.policy.inbound;

import java.util.Locale;

/** What an event is about. What this version does not know is {@link #UNKNOWN} and passes through. */
public enum EventKind {
    /** A message of a person. */
    MESSAGE,
    /** A message of a person to a number that another application answers at the moment. */
    STANDBY_MESSAGE,
    /** Where a message of ours stands. */
    STATUS,
    /** A choice in the app's own menu. */
    PREFERENCE,
    /** The person has another phone number. */
    NUMBER_CHANGED,
    /** The person has another user id. */
    USER_ID_CHANGED,
    /** The person's identity key changed: a new phone, or another person. */
    IDENTITY_CHANGED,
    TEMPLATE_STATUS,
    TEMPLATE_QUALITY,
    TEMPLATE_CATEGORY,
    TEMPLATE_TEXT,
    ACCOUNT,
    ACCOUNT_ALERT,
    ACCOUNT_REVIEW,
    CAPABILITY,
    NUMBER_NAME,
    NUMBER_QUALITY,
    SECURITY,
    /** Something went wrong that concerns no message. */
    ERROR,
    /** A message that was sent from the business's own app. */
    ECHO,
    /** A conversation went from one application to another. */
    HANDOVER,
    FLOW,
    /** What was written before the number was connected. */
    HISTORY,
    CALL,
    /** The address book of the business's own app. */
    CONTACTS,
    GROUP,
    /** The business's own user name. */
    USERNAME,
    PARTNER,
    PAYMENT,
    /** What the platform measured of people's way to the business. */
    MEASURED,
    UNKNOWN;

    /** In lower case with dashes, as headers and configuration have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
