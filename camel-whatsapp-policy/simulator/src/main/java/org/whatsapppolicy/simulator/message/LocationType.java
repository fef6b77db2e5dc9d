package org.whatsapppolicy.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.shown.ShownContent;

/** {@code location}: latitude and longitude in degrees. */
final class LocationType implements MessageType {

    @Override
    public String name() {
        return "location";
    }

    @Override
    public Content check(JsonNode object) {
        Fields.object(object, "location");
        Fields.number(object.path("latitude"), "location.latitude", -90, 90);
        Fields.number(object.path("longitude"), "location.longitude", -180, 180);
        return Content.freeForm(new ShownContent.Other(name(), object.toString()));
    }
}
