package org.whatsapppolicy.policy.message;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param title at most 24 characters; needed when there is more than one section
 * @param rows at least one
 */
public record ListSection(@Nullable String title, List<ListRow> rows) {

    /** Copies the list. */
    public ListSection {
        rows = List.copyOf(rows);
    }

    /** A section with a title. */
    public static ListSection of(String title, ListRow... rows) {
        return new ListSection(title, List.of(rows));
    }

    /** The only section of a list. */
    public static ListSection of(ListRow... rows) {
        return new ListSection(null, List.of(rows));
    }

    Map<String, Object> cloudApi() {
        return JsonFields.with("title", title)
                .and("rows", rows.stream().map(ListRow::cloudApi).toList())
                .map();
    }

    @Override
    public String toString() {
        return "ListSection[" + rows.size() + "]";
    }
}
