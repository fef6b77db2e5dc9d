package org.whatsapppolicy.camel;

import org.apache.camel.Exchange;
import org.whatsapppolicy.policy.answer.PlatformError;

/** The access token was refused, or lacks a permission: every message of the sender will fail until it is mended. */
public class WhatsAppAuthException extends WhatsAppApiException {

    private static final long serialVersionUID = 1L;

    /** See {@link WhatsAppApiException}. */
    public WhatsAppAuthException(Exchange exchange, String messageId, PlatformError error) {
        super(exchange, messageId, "", error);
    }
}
