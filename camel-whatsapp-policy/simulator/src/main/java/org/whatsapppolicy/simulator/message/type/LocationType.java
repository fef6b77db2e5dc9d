package org.whatsapppolicy.simulator.message.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.whatsapppolicy.simulator.shown.ShownContent;

/** {@code location}: latitude and longitude in degrees, as numbers or as texts. */
public final class LocationType implements MessageType {

    private static final int LONGEST = 1024;
    private static final Set<String> KNOWN = Set.of("latitude", "longitude", "name", "address");

    @Override
    public String name() {
        return "location";
    }

    @Override
    public Content check(JsonNode object) {
        return Content.freeForm(place(object, "location"));
    }

    /** A place, wherever it stands. */
    public static ShownContent.Location place(JsonNode object, String where) {
        Fields.object(object, where);
        Fields.onlyKnown(object, KNOWN, where);
        return new ShownContent.Location(
                Fields.number(object.path("latitude"), where + ".latitude", -90, 90),
                Fields.number(object.path("longitude"), where + ".longitude", -180, 180),
                Fields.optionalText(object.path("name"), where + ".name", LONGEST),
                Fields.optionalText(object.path("address"), where + ".address", LONGEST));
    }
}
