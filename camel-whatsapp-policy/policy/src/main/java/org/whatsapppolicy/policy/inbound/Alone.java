package org.whatsapppolicy.policy.inbound;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a delivery that holds one event of a larger one, and whom and which number it is about. */
final class Alone {

    private static final String OBJECT = "whatsapp_business_account";
    /** Lists of events: neighbours that are left out. */
    private static final Set<String> NEIGHBOURS =
            Set.of("messages", "statuses", "errors", "message_echoes", "user_preferences", "standby");

    private Alone() {}

    /** A change that is one event. */
    static Map<String, Object> delivery(Map<?, ?> entry, String field, Map<?, ?> value) {
        return around(entry, field, named(value));
    }

    /**
     * One element of a list.
     *
     * @param path names of the objects in the value that lead to the list, its own name last
     */
    static Map<String, Object> delivery(
            Map<?, ?> entry, String field, Map<?, ?> value, List<String> path, Map<?, ?> one) {
        Map<String, Object> alone = without(value);
        Map<String, Object> holder = alone;
        Map<?, ?> original = value;
        for (String name : path.subList(0, path.size() - 1)) {
            original = Json.object(original.get(name));
            Map<String, Object> inner = without(original);
            holder.put(name, inner);
            holder = inner;
        }
        holder.put(path.get(path.size() - 1), List.of(one));
        return around(entry, field, alone);
    }

    private static Map<String, Object> around(Map<?, ?> entry, String field, Map<String, Object> value) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("field", field);
        change.put("value", value);
        Map<String, Object> outer = named(entry);
        outer.put("changes", List.of(change));
        Map<String, Object> delivery = new LinkedHashMap<>();
        delivery.put("object", OBJECT);
        delivery.put("entry", List.of(outer));
        return delivery;
    }

    private static Map<String, Object> without(Map<?, ?> value) {
        Map<String, Object> copy = named(value);
        copy.keySet().removeAll(NEIGHBOURS);
        return copy;
    }

    static Map<String, Object> named(Map<?, ?> object) {
        Map<String, Object> named = new LinkedHashMap<>();
        object.forEach((name, field) -> named.put(String.valueOf(name), field));
        return named;
    }
}
