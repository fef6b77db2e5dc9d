package org.whatsapppolicy.store.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.whatsapppolicy.policy.message.MessageContent;

/**
 * Message content as JSON. The same content always gives the same text, so that texts can be compared to tell whether a key
 * is used for other content (S-37).
 */
public final class ContentJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private ContentJson() {}

    /** As text. */
    public static String write(MessageContent content) {
        try {
            return MAPPER.writeValueAsString(Shape.of(content));
        } catch (JsonProcessingException e) {
            // The cause would quote the content.
            throw new IllegalArgumentException("content of type " + content.type()
                    + " holds a value that is not JSON: expected strings, numbers, booleans, lists and maps");
        }
    }

    /** From text. */
    public static MessageContent read(String json) {
        try {
            return MAPPER.readValue(json, Shape.class).content();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("found stored content that is not ours: the row was changed by hand?");
        }
    }
}
