package org.whatsapppolicy.policy.message;

import java.util.Map;

/**
 * Asks for a postal address, possible only inside an open service window and only in India; a phone that cannot show it gets
 * nothing, and the message fails later with 1026.
 *
 * @param body the text, at most 1024 characters
 * @param country ISO 3166 with two letters; must be that of the person's number
 * @param values what is filled in already, by the platform's names
 */
public record AddressMessage(String body, String country, Map<String, String> values) implements OutboundMessage {

    /** Checks the limits. */
    public AddressMessage {
        values = Map.copyOf(values);
        var unused = content(body, country, values);
    }

    /** A question with nothing filled in. */
    public static AddressMessage of(String body, String country) {
        return new AddressMessage(body, country, Map.of());
    }

    @Override
    public MessageContent content() {
        return content(body, country, values);
    }

    private static MessageContent content(String body, String country, Map<String, String> values) {
        JsonFields parameters = JsonFields.with("country", country).and("values", values.isEmpty() ? null : values);
        return Interactive.of("address_message")
                .body(body)
                .action(JsonFields.with("name", "address_message").and("parameters", parameters.map()));
    }

    @Override
    public String toString() {
        return "AddressMessage[]";
    }
}
