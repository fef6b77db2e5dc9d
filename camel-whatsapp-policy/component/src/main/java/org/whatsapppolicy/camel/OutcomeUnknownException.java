package org.whatsapppolicy.camel;

import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HttpResponseAware;
import org.jspecify.annotations.Nullable;

/**
 * The request may have been sent, and no readable answer came. The message counts as sent and is not sent again by itself
 * (S-38): a redelivery of the route repeats this answer, and a webhook or an operator settles it.
 */
public class OutcomeUnknownException extends CamelExchangeException implements HttpResponseAware {

    private static final long serialVersionUID = 1L;

    private final String messageId;
    private final int code;
    private final int httpStatus;

    /**
     * @param code the platform's error code, or 0
     * @param httpStatus of the unreadable answer, or 0
     * @param problem what happened
     */
    public OutcomeUnknownException(Exchange exchange, String messageId, int code, int httpStatus, String problem) {
        super(
                "WhatsApp message " + messageId + " may have been sent, no readable answer came: " + problem
                        + ". It counts as sent and is not sent again by itself",
                exchange);
        this.messageId = messageId;
        this.code = code;
        this.httpStatus = httpStatus;
    }

    /** Our id of the message. */
    public String getMessageId() {
        return messageId;
    }

    /** The platform's error code, or 0. */
    public int getCode() {
        return code;
    }

    @Override
    public int getHttpResponseCode() {
        return httpStatus;
    }

    /** Has no effect: the status is the platform's. */
    @Override
    public void setHttpResponseCode(int code) {}

    @Override
    public @Nullable String getHttpResponseStatus() {
        return null;
    }

    /** Has no effect: the status is the platform's. */
    @Override
    public void setHttpResponseStatus(String status) {}
}
