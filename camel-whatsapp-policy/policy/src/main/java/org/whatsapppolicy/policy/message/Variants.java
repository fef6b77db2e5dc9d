package org.whatsapppolicy.policy.message;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Objects of several kinds, told apart by a word in one of their fields. Case does not matter: the platform takes both. */
final class Variants implements Shape {

    private final String field;
    private final Map<String, Shape> shapes;

    private Variants(String field, Map<String, Shape> shapes) {
        this.field = field;
        this.shapes = shapes;
    }

    static Variants by(String field) {
        return new Variants(field, Map.of());
    }

    Variants of(String word, Shape shape) {
        Map<String, Shape> more = new LinkedHashMap<>(shapes);
        more.put(word, shape);
        return new Variants(field, more);
    }

    @Override
    public void check(String path, Object value) {
        Shape.object().required(field, Shape.text()).check(path, value);
        String word = wordOf((Map<?, ?>) value, field);
        Shape shape = shapes.get(word);
        if (shape == null) {
            throw new InvalidMessageException(
                    path + "." + field,
                    "expected one of " + String.join(", ", shapes.keySet()) + ", found " + Shape.found(word));
        }
        shape.check(path, value);
    }

    /** The word in lower case, empty when there is none. */
    static String wordOf(Map<?, ?> object, String field) {
        return object.get(field) instanceof String word ? word.toLowerCase(Locale.ROOT) : "";
    }
}
