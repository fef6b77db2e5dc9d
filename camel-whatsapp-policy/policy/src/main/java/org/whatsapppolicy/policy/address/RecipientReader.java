package org.whatsapppolicy.policy.address;

import org.jspecify.annotations.Nullable;

/** Reads a recipient from the many ways in which CRMs write phone numbers. Thread-safe. */
public final class RecipientReader {

    /**
     * Reads a phone number or a business-scoped user id.
     *
     * @param text what the CRM holds
     * @param region ISO 3166-1 alpha-2 region of numbers written without a country code, or null when there is none
     * @return never null; {@link UnreadableRecipient} when the text names nobody
     */
    public Recipient read(@Nullable String text, @Nullable String region) {
        throw new UnsupportedOperationException();
    }
}
