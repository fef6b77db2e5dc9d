package org.whatsapppolicy.camel;

import java.util.List;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;

/** The policy said DENY, and the endpoint says {@code onDeny=throw}. */
public class MessageDeniedException extends CamelExchangeException {

    private static final long serialVersionUID = 1L;

    private final String messageId;
    private final List<String> reasons;

    /** @param reasons codes, the deciding ones first */
    public MessageDeniedException(Exchange exchange, String messageId, List<String> reasons) {
        super("WhatsApp message " + messageId + " was denied: " + String.join(", ", reasons), exchange);
        this.messageId = messageId;
        this.reasons = List.copyOf(reasons);
    }

    /** Our id of the message. */
    public String getMessageId() {
        return messageId;
    }

    /** Codes of the reasons, the deciding ones first. */
    public List<String> getReasons() {
        return reasons;
    }
}
