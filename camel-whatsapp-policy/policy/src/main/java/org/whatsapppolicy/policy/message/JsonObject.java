package org.whatsapppolicy.policy.message;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object in Cloud API shape in the making; what is null is left out. Not thread-safe. */
final class JsonObject {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private JsonObject() {}

    static JsonObject with(String name, @Nullable Object value) {
        return new JsonObject().and(name, value);
    }

    JsonObject and(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    JsonObject and(JsonObject more) {
        fields.putAll(more.fields);
        return this;
    }

    JsonObject and(Map<String, Object> more) {
        fields.putAll(more);
        return this;
    }

    Map<String, Object> map() {
        return fields;
    }
}
