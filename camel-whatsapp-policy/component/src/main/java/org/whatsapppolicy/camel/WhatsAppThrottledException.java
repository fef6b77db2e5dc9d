package org.whatsapppolicy.camel;

import org.apache.camel.Exchange;
import org.whatsapppolicy.policy.answer.PlatformError;

/** The platform throttled the message in every attempt that was allowed. */
public class WhatsAppThrottledException extends WhatsAppApiException {

    private static final long serialVersionUID = 1L;

    /** See {@link WhatsAppApiException}. */
    public WhatsAppThrottledException(Exchange exchange, String messageId, PlatformError error) {
        super(exchange, messageId, "", error);
    }
}
