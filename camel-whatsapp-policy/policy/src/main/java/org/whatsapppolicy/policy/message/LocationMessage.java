package org.whatsapppolicy.policy.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place on the map, possible only inside an open service window.
 *
 * @param latitude in degrees, north positive
 * @param longitude in degrees, east positive
 * @param name of the place, or null
 * @param address in one line, or null
 */
public record LocationMessage(
        double latitude,
        double longitude,
        @Nullable String name,
        @Nullable String address) implements OutboundMessage {

    /** Checks the limits. */
    public LocationMessage {
        var unused = content(latitude, longitude, name, address);
    }

    /** A point without a name. */
    public static LocationMessage of(double latitude, double longitude) {
        return new LocationMessage(latitude, longitude, null, null);
    }

    /** The same with a name and an address. */
    public LocationMessage named(String name, String address) {
        return new LocationMessage(latitude, longitude, name, address);
    }

    @Override
    public MessageContent content() {
        return content(latitude, longitude, name, address);
    }

    private static MessageContent content(
            double latitude, double longitude, @Nullable String name, @Nullable String address) {
        Object location = JsonFields.with("latitude", latitude)
                .and("longitude", longitude)
                .and("name", name)
                .and("address", address)
                .map();
        return MessageReader.cloudApi(Map.of("type", "location", "location", location));
    }

    @Override
    public String toString() {
        return "LocationMessage[]";
    }
}
