package org.whatsapppolicy.simulator.webhook.inbound;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * A place, pinned or chosen from a list.
 *
 * @param name null for a mere pin
 */
public record Location(
        double latitude,
        double longitude,
        @Nullable String name,
        @Nullable String address,
        @Nullable String url) implements Content {

    /** A mere pin. */
    public static Location pin(double latitude, double longitude) {
        return new Location(latitude, longitude, null, null, null);
    }

    @Override
    public String type() {
        return "location";
    }

    @Override
    public void write(JsonBytes json) {
        json.object("location")
                .put("address", address)
                .put("latitude", latitude)
                .put("longitude", longitude)
                .put("name", name)
                .put("url", url)
                .end();
    }
}
