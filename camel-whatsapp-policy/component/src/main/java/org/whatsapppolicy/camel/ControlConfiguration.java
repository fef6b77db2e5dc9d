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

    public @Nullable String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = why;
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
