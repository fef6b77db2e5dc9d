package org.whatsapppolicy.simulator.webhook.inbound;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * A file that a person sent and the business may fetch.
 *
 * @param id the media id
 * @param mimeType such as {@code image/jpeg}
 * @param sha256 of the bytes, in base 64
 * @param url where it can be fetched for a short while with the token; null leaves it out, as before November 2025
 */
public record ReceivedMedia(
        String id, String mimeType, String sha256, @Nullable String url) {

    /** The members every kind of media has. */
    void write(JsonBytes json) {
        json.put("mime_type", mimeType).put("sha256", sha256).put("id", id).put("url", url);
    }
}
