package org.whatsapppolicy.policy.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Puts marks in the place of files to upload, and ids in the place of marks. */
final class Uploads {

    private Uploads() {}

    static Map<String, Object> marked(Map<String, Object> body) {
        return object(body, value -> value instanceof MediaUpload file ? file.mark() : value);
    }

    static Map<String, Object> named(Map<String, Object> body, String mark, String mediaId) {
        return object(body, value -> mark.equals(value) ? mediaId : value);
    }

    private static Map<String, Object> object(Map<?, ?> object, UnaryOperator<Object> change) {
        Map<String, Object> changed = new LinkedHashMap<>();
        object.forEach((name, value) -> changed.put((String) name, value(value, change)));
        return changed;
    }

    private static Object value(Object value, UnaryOperator<Object> change) {
        if (value instanceof Map<?, ?> object) {
            return object(object, change);
        }
        return value instanceof List<?> list
                ? list.stream().map(element -> value(element, change)).toList()
                : change.apply(value);
    }
}
