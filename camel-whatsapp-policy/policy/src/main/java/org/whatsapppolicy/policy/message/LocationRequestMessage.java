package org.whatsapppolicy.policy.message;

/**
 * Asks where the person is, possible only inside an open service window.
 *
 * @param body the text, at most 1024 characters
 */
public record LocationRequestMessage(String body) implements OutboundMessage {

    /** Checks the limits. */
    public LocationRequestMessage {
        var unused = content(body);
    }

    /** The question. */
    public static LocationRequestMessage of(String body) {
        return new LocationRequestMessage(body);
    }

    @Override
    public MessageContent content() {
        return content(body);
    }

    private static MessageContent content(String body) {
        return Interactive.of("location_request_message").body(body).action(JsonFields.with("name", "send_location"));
    }

    @Override
    public String toString() {
        return "LocationRequestMessage[]";
    }
}
