package org.whatsapppolicy.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.shown.ShownContent;

/** {@code image}, {@code video}, {@code audio}, {@code document}, {@code sticker}: by id or by link. */
record MediaType(String name, boolean captioned) implements MessageType {

    private static final int LONGEST_CAPTION = 1024;
    private static final int LONGEST_LINK = 2048;

    @Override
    public Content check(JsonNode object) {
        Fields.object(object, name);
        String link = Fields.optionalText(object.path("link"), name + ".link", LONGEST_LINK);
        JsonNode id = object.path("id");
        if (Fields.absent(id) && link == null) {
            throw GraphErrors.missing(name + ".id");
        }
        if (!Fields.absent(id) && !id.asText("").matches("\\d+")) {
            throw GraphErrors.invalid(name + ".id");
        }
        if (link != null && !link.startsWith("https://") && !link.startsWith("http://")) {
            throw GraphErrors.invalid(name + ".link");
        }
        String caption = Fields.optionalText(object.path("caption"), name + ".caption", LONGEST_CAPTION);
        if (isUnwanted(caption)) {
            throw GraphErrors.badParameter("Unexpected key \"caption\" on param \"" + name + "\".");
        }
        return Content.freeForm(new ShownContent.Other(name(), object.toString()));
    }

    private boolean isUnwanted(@Nullable String caption) {
        return caption != null && !captioned;
    }
}
