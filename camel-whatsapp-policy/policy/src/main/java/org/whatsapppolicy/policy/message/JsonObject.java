package org.whatsapppolicy.policy.message;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A JSON object that was copied and checked and that nobody can change: known by its type, so that it is not copied again. */
final class JsonObject extends AbstractMap<String, Object> {

    private final Map<String, Object> fields;
    private @Nullable String text;

    /** @param fields checked, and from now on ours alone */
    JsonObject(Map<String, Object> fields) {
        this.fields = fields;
    }

    /** The fields that are kept, {@code name} first, whatever value it had. */
    JsonObject beginning(String name, String value, Predicate<String> keep) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put(name, value);
        fields.forEach((field, found) -> {
            if (!field.equals(name) && keep.test(field)) {
                part.put(field, found);
            }
        });
        return new JsonObject(part);
    }

    /** As JSON, written once. Two threads may both write it; they write the same. */
    String json() {
        String known = text;
        if (known == null) {
            known = JsonText.of(this);
            text = known;
        }
        return known;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return fields.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return fields.containsKey(key);
    }

    @Override
    public int size() {
        return fields.size();
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        fields.forEach(action);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return Collections.unmodifiableMap(fields).entrySet();
    }
}
