package org.whatsapppolicy.policy.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing to choose.
 *
 * @param id comes back when it is chosen, at most 200 characters
 * @param title at most 24 characters
 * @param description at most 72 characters, or null
 */
public record ListRow(String id, String title, @Nullable String description) {

    /** A row without a description. */
    public static ListRow of(String id, String title) {
        return new ListRow(id, title, null);
    }

    Map<String, Object> cloudApi() {
        return JsonFields.with("id", id)
                .and("title", title)
                .and("description", description)
                .map();
    }

    @Override
    public String toString() {
        return "ListRow[]";
    }
}
