package org.whatsapppolicy.policy.document;

/** WhatsApp's categories of messages, from the least to the most strictly treated (S-4). */
public enum Category {
    SERVICE,
    AUTHENTICATION,
    UTILITY,
    MARKETING;

    /** The stricter of the two. */
    public Category stricter(Category other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
