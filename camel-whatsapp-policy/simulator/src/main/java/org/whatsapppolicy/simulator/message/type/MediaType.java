package org.whatsapppolicy.simulator.message.type;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code image}, {@code video}, {@code audio}, {@code document}, {@code sticker}: by id or by link. */
public record MediaType(String name, MediaCheck media) implements MessageType {

    @Override
    public Content check(JsonNode object) {
        return Content.freeForm(media.check(object, name, name));
    }
}
