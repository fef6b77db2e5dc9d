package org.whatsapppolicy.simulator.webhook;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.Recipient;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/**
 * An accepted message, as far as its statuses need to know it.
 *
 * @param person what is known of the recipient, null for somebody never heard of
 * @param category the pricing category
 * @param sentOnly whether nothing after {@code sent} is ever told, as with reactions
 */
public record SentMessage(
        SimulatedNumber sender,
        Recipient recipient,
        @Nullable Addressee person,
        String wamid,
        String category,
        @Nullable String callbackData,
        boolean sentOnly) {}
