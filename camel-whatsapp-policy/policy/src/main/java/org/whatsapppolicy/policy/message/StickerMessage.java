package org.whatsapppolicy.policy.message;

import java.util.Map;

/**
 * A sticker of 512 by 512, possible only inside an open service window.
 *
 * @param file where it is
 */
public record StickerMessage(Media file) implements OutboundMessage {

    /** Checks the limits. */
    public StickerMessage {
        var unused = content(file);
    }

    /** One that the platform has, by its id. */
    public static StickerMessage id(String mediaId) {
        return new StickerMessage(Media.id(mediaId));
    }

    /** One that the platform fetches from an http or https address. */
    public static StickerMessage link(String url) {
        return new StickerMessage(Media.link(url));
    }

    /** One that is uploaded when the message is allowed: image/webp, at most 500 KB. */
    public static StickerMessage upload(MediaUpload file) {
        return new StickerMessage(Media.upload(file));
    }

    @Override
    public MessageContent content() {
        return content(file);
    }

    private static MessageContent content(Media file) {
        Object sticker = file.fields().map();
        return MessageReader.cloudApi(Map.of("type", "sticker", "sticker", sticker));
    }

    @Override
    public String toString() {
        return "StickerMessage[" + file + "]";
    }
}
