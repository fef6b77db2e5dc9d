package org.whatsapppolicy.camel;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** The options of {@code from whatsapp-policy:events}: who listens, and to what. */
@UriParams
@Configurer
public class EventsConfiguration implements Cloneable {

    @UriParam(
            label = "events",
            description = "Name of the subscriber. The store keeps under it up to where it has the events; of several"
                    + " consumers with the same name, on all nodes, one is active.")
    private @Nullable String subscriber;

    @UriParam(
            label = "events",
            description = "Which events: consent, opt-out, decision, outcome, separated by commas. Without it all.")
    private @Nullable String types;

    @UriParam(
            label = "events",
            defaultValue = "false",
            description =
                    "Whether the body is JSON text instead of a FeedEvent. The address is in neither; it is in the"
                            + " header CamelWhatsAppPolicyRecipient.")
    private boolean json;

    @UriParam(
            label = "events",
            defaultValue = "10",
            description =
                    "How often the route is given an event that it cannot take, from 0.1 to 51 seconds apart. After"
                            + " that the event stays in the store as dead, and those behind it go on.")
    private int attempts = 10;

    public @Nullable String getSubscriber() {
        return subscriber;
    }

    public void setSubscriber(@Nullable String subscriber) {
        this.subscriber = subscriber;
    }

    public @Nullable String getTypes() {
        return types;
    }

    public void setTypes(@Nullable String types) {
        this.types = types;
    }

    public boolean isJson() {
        return json;
    }

    public void setJson(boolean json) {
        this.json = json;
    }

    public int getAttempts() {
        return attempts;
    }

    public void setAttempts(int attempts) {
        this.attempts = attempts;
    }

    /** A copy that shares nothing changeable. */
    public EventsConfiguration copy() {
        try {
            return (EventsConfiguration) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }
}
