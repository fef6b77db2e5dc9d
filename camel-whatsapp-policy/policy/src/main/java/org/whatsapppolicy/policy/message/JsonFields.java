package org.whatsapppolicy.policy.message;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object in Cloud API shape in the making; what is null is left out. Not thread-safe. */
final class JsonFields {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private JsonFields() {}

    static JsonFields with(String name, @Nullable Object value) {
        return new JsonFields().and(name, value);
    }

    JsonFields and(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    JsonFields and(JsonFields more) {
        fields.putAll(more.fields);
        return this;
    }

    JsonFields and(Map<String, Object> more) {
        fields.putAll(more);
        return this;
    }

    Map<String, Object> map() {
        return fields;
    }
}
