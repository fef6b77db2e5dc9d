package org.whatsapppolicy.camel;

import java.time.Duration;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HttpResponseAware;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.answer.ErrorClass;
import org.whatsapppolicy.policy.answer.PlatformError;

/**
 * The platform definitely refused the message, or could not be reached, and no further attempt is made: the message has ended
 * and may be sent anew. Refusals after which a later attempt makes sense are no exceptions: the message is held.
 */
public class WhatsAppApiException extends CamelExchangeException implements HttpResponseAware {

    private static final long serialVersionUID = 1L;

    private final String messageId;
    private final transient @Nullable PlatformError error;

    /**
     * @param problem what happened, before the platform's own words
     * @param error the platform's error, or null when it was not reached
     */
    public WhatsAppApiException(Exchange exchange, String messageId, String problem, @Nullable PlatformError error) {
        super("WhatsApp message " + messageId + " was refused: " + problem + (error == null ? "" : error), exchange);
        this.messageId = messageId;
        this.error = error;
    }

    /** Our id of the message. */
    public String getMessageId() {
        return messageId;
    }

    /** The platform's error code, 0 when it was not reached. */
    public int getCode() {
        return error == null ? 0 : error.code();
    }

    /** The platform's subcode, or null. */
    public @Nullable Integer getSubcode() {
        return error == null ? null : error.subcode();
    }

    /** The platform's short name of the error, or null. */
    public @Nullable String getTitle() {
        return error == null ? null : error.title();
    }

    /** What the platform says about this case, or null; numbers and tokens in it are masked. */
    public @Nullable String getDetails() {
        return error == null ? null : error.details();
    }

    /** What the platform's support asks for, or null. */
    public @Nullable String getTraceId() {
        return error == null ? null : error.fbtraceId();
    }

    /** Whether the platform says that repeating may help. */
    public boolean isTransient() {
        return error != null && error.transientFlag();
    }

    /** What the error is about. */
    public ErrorClass getErrorClass() {
        return error == null ? ErrorClass.UNKNOWN : error.errorClass();
    }

    /** How long to wait before sending it anew, or null when that makes no sense. */
    public @Nullable Duration getRetryAfter() {
        return error == null ? null : error.retryAfter(1).orElse(null);
    }

    @Override
    public int getHttpResponseCode() {
        return error == null ? 0 : error.httpStatus();
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
