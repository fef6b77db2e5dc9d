package org.whatsapppolicy.camel;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** The options of {@code whatsapp-policy:control} that no other operation has. */
@UriParams
@Configurer
public class ControlConfiguration implements Cloneable {

    @UriParam(
            label = "control",
            description = "Why a stop is ordered or taken back; kept with the order. A Simple expression, evaluated per"
                    + " message. Wins over the header CamelWhatsAppPolicyWhy.")
    private @Nullable String why;

    @UriParam(
            label = "control",
            description =
                    "For settle: our id of the message. A Simple expression, evaluated per message. Wins over the header"
                            + " CamelWhatsAppPolicyMessageId.")
    private @Nullable String messageId;

    @UriParam(
            label = "control",
            enums = "sent,not-sent",
            description = "For settle: what became of the message, by proof from elsewhere.")
    private @Nullable String fate;

    public @Nullable String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = why;
    }

    public @Nullable String getMessageId() {
        return messageId;
    }

    public void setMessageId(@Nullable String messageId) {
        this.messageId = messageId;
    }

    public @Nullable String getFate() {
        return fate;
    }

    public void setFate(@Nullable String fate) {
        this.fate = fate;
    }

    /** A copy that shares nothing changeable. */
    public ControlConfiguration copy() {
        try {
            return (ControlConfiguration) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }
}
