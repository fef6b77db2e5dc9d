package org.whatsapppolicy.camel;

import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.answer.PlatformError;

/** The file of a message could not be uploaded, so that the message was not sent. */
public class MediaUploadException extends WhatsAppApiException {

    private static final long serialVersionUID = 1L;

    /**
     * @param problem what happened, when the platform did not say
     * @param error the platform's error, or null
     */
    public MediaUploadException(Exchange exchange, String messageId, String problem, @Nullable PlatformError error) {
        super(exchange, messageId, "its file could not be uploaded: " + (error == null ? problem : ""), error);
    }
}
