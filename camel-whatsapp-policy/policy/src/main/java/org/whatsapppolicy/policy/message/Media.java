package org.whatsapppolicy.policy.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file, uploaded before, fetched by the platform, or uploaded with its message.
 *
 * @param id of an uploaded file, or null
 * @param link an http or https URL, or null
 * @param filename under which a document is shown; its extension decides the icon and what the policy allows (S-5)
 * @param upload to be uploaded when the message is allowed, or null; exactly one of id, link and upload is given
 */
public record Media(
        @Nullable String id,
        @Nullable String link,
        @Nullable String filename,
        @Nullable MediaUpload upload) {

    /** An uploaded file; the platform keeps it for 30 days. */
    public static Media id(String id) {
        return new Media(id, null, null, null);
    }

    /** A file that the platform fetches; it keeps a copy for 10 minutes per URL. */
    public static Media link(String url) {
        return new Media(null, url, null, null);
    }

    /** A file that is uploaded when the message is allowed. One message has at most one of them. */
    public static Media upload(MediaUpload file) {
        return new Media(null, null, null, file);
    }

    /** The same under a file name, for documents. */
    public Media named(String filename) {
        return new Media(id, link, filename, upload);
    }

    /** With its name, for documents. */
    Map<String, Object> cloudApi() {
        return named().map();
    }

    JsonFields named() {
        return fields().and("filename", filename);
    }

    /** Without a name, for what has none. */
    JsonFields fields() {
        return JsonFields.with("id", upload == null ? id : upload).and("link", link);
    }

    @Override
    public String toString() {
        return "Media[" + (upload != null ? upload : id == null ? "link" : "id") + "]";
    }
}
