package org.whatsapppolicy.simulator.webhook.inbound;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * Where somebody came from who tapped an advertisement or a post. It gives the chance of a free entry point.
 *
 * @param sourceType {@code ad} or {@code post}
 * @param mediaType {@code image} or {@code video}
 * @param clickId {@code ctwa_clid}; null for ads in Status
 * @param welcome the greeting the ad showed; null for none
 */
public record Referral(
        String sourceUrl,
        String sourceId,
        String sourceType,
        String headline,
        String body,
        String mediaType,
        String mediaUrl,
        @Nullable String thumbnailUrl,
        @Nullable String clickId,
        @Nullable String welcome) {

    /** An advertisement with a picture, that opens a chat with a click. */
    public static Referral ad(String sourceId, String headline, String body) {
        return new Referral(
                "https://ads.example/" + sourceId,
                sourceId,
                "ad",
                headline,
                body,
                "image",
                "https://ads.example/" + sourceId + ".jpg",
                null,
                "click-" + sourceId,
                null);
    }

    /** A post with a film. */
    public static Referral post(String sourceId, String headline, String body) {
        return new Referral(
                "https://posts.example/" + sourceId,
                sourceId,
                "post",
                headline,
                body,
                "video",
                "https://posts.example/" + sourceId + ".mp4",
                "https://posts.example/" + sourceId + ".jpg",
                null,
                null);
    }

    /** The same with a greeting that the ad showed. */
    public Referral greeting(String text) {
        return new Referral(
                sourceUrl, sourceId, sourceType, headline, body, mediaType, mediaUrl, thumbnailUrl, clickId, text);
    }

    void write(JsonBytes json) {
        json.object("referral")
                .put("source_url", sourceUrl)
                .put("source_id", sourceId)
                .put("source_type", sourceType)
                .put("body", body)
                .put("headline", headline)
                .put("media_type", mediaType)
                .put(mediaType + "_url", mediaUrl)
                .put("thumbnail_url", thumbnailUrl)
                .put("ctwa_clid", clickId);
        if (welcome != null) {
            json.object("welcome_message").put("text", welcome).end();
        }
        json.end();
    }
}
