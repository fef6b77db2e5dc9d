package org.whatsapppolicy.camel;

import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;

/** The idempotency key stands for a message to somebody else, or with other content (S-37). Nothing was sent. */
public class IdempotencyConflictException extends CamelExchangeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String differs;

    /**
     * @param key the key, or our id of the message
     * @param differs what differs: {@code recipient} or {@code content}
     */
    public IdempotencyConflictException(Exchange exchange, String key, String differs) {
        super(
                "The idempotency key stands for another message: its " + differs
                        + " differs. A key belongs to one message to one person; use another key for another message",
                exchange);
        this.key = key;
        this.differs = differs;
    }

    /** The key. */
    public String getKey() {
        return key;
    }

    /** What differs: {@code recipient} or {@code content}. */
    public String getDiffers() {
        return differs;
    }
}
