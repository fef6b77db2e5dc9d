package org.whatsapppolicy.policy.message;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file, uploaded before or fetched by the platform.
 *
 * @param id of an uploaded file, or null
 * @param link an http or https URL, or null; exactly one of the two is given
 * @param filename under which a document is shown; its extension decides the icon and what the policy allows (S-5)
 */
public record Media(
        @Nullable String id,
        @Nullable String link,
        @Nullable String filename) {

    /** An uploaded file; the platform keeps it for 30 days. */
    public static Media id(String id) {
        return new Media(id, null, null);
    }

    /** A file that the platform fetches; it keeps a copy for 10 minutes per URL. */
    public static Media link(String url) {
        return new Media(null, url, null);
    }

    /** The same under a file name, for documents. */
    public Media named(String filename) {
        return new Media(id, link, filename);
    }

    Map<String, Object> cloudApi() {
        Map<String, Object> media = new LinkedHashMap<>();
        media.put("id", id);
        media.put("link", link);
        media.put("filename", filename);
        media.values().removeIf(value -> value == null);
        return media;
    }

    @Override
    public String toString() {
        return "Media[" + (id == null ? "link" : "id") + "]";
    }
}
