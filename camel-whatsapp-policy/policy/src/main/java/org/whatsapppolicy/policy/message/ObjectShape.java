package org.whatsapppolicy.policy.message;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object with some fields of known shape. Fields it does not know pass untouched, because the platform adds some every
 * few months. Immutable: every method gives a further object; a field named twice takes the later shape.
 */
final class ObjectShape implements Shape {

    static final ObjectShape ANY = new ObjectShape(Map.of(), (path, value) -> {});

    private final Map<String, Field> fields;
    private final Shape whole;

    private ObjectShape(Map<String, Field> fields, Shape whole) {
        this.fields = fields;
        this.whole = whole;
    }

    ObjectShape required(String name, Shape shape) {
        return with(name, new Field(true, shape));
    }

    ObjectShape optional(String name, Shape shape) {
        return with(name, new Field(false, shape));
    }

    /** @param why continues the sentence "not possible" */
    ObjectShape never(String name, String why) {
        return optional(name, (path, value) -> {
            throw new InvalidMessageException(path, "not possible " + why);
        });
    }

    /** A rule over the object as a whole, after its fields were found right. */
    ObjectShape where(Shape rule) {
        return new ObjectShape(fields, whole.and(rule));
    }

    ObjectShape exactlyOne(String one, String other) {
        return where((path, value) -> {
            Map<?, ?> object = (Map<?, ?>) value;
            boolean both = object.containsKey(one) && object.containsKey(other);
            if (both || (!object.containsKey(one) && !object.containsKey(other))) {
                String found = both ? "both" : "neither";
                throw new InvalidMessageException(path, "expected either " + one + " or " + other + ", found " + found);
            }
        });
    }

    private ObjectShape with(String name, Field field) {
        Map<String, Field> more = new LinkedHashMap<>(fields);
        more.put(name, field);
        return new ObjectShape(more, whole);
    }

    @Override
    public void check(String path, Object value) {
        if (!(value instanceof Map<?, ?> object)) {
            throw Shape.unexpected(path, "an object", value);
        }
        for (Map.Entry<String, Field> one : fields.entrySet()) {
            Field field = one.getValue();
            Object found = object.get(one.getKey());
            if (found != null || field.required) {
                String place = path.isEmpty() ? one.getKey() : path + "." + one.getKey();
                if (found == null) {
                    throw new InvalidMessageException(place, "required, found nothing");
                }
                field.shape.check(place, found);
            }
        }
        whole.check(path, value);
    }

    private record Field(boolean required, Shape shape) {}
}
