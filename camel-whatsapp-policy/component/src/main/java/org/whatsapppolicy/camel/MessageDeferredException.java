package org.whatsapppolicy.camel;

import java.time.Instant;
import java.util.List;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * The message is held for later, and the endpoint says {@code onDefer=throw}. It stays held: sending it anew with the same key
 * or by redelivery does not make a second one.
 */
public class MessageDeferredException extends CamelExchangeException {

    private static final long serialVersionUID = 1L;

    private final String messageId;
    private final List<String> reasons;
    private final @Nullable Instant notBefore;

    /**
     * @param reasons codes, the deciding ones first
     * @param notBefore when it is decided again, or null when that is not known
     */
    public MessageDeferredException(
            Exchange exchange, String messageId, List<String> reasons, @Nullable Instant notBefore) {
        super(
                "WhatsApp message " + messageId + " is held until " + notBefore + ": " + String.join(", ", reasons),
                exchange);
        this.messageId = messageId;
        this.reasons = List.copyOf(reasons);
        this.notBefore = notBefore;
    }

    /** Our id of the message. */
    public String getMessageId() {
        return messageId;
    }

    /** Codes of the reasons, the deciding ones first. */
    public List<String> getReasons() {
        return reasons;
    }

    /** When it is decided again, or null when that is not known. */
    public @Nullable Instant getNotBefore() {
        return notBefore;
    }
}
