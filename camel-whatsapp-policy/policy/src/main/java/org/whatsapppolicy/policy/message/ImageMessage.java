package org.whatsapppolicy.policy.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A picture, possible only inside an open service window.
 *
 * @param file where it is
 * @param caption words below it, at most 1024 characters, or null
 */
public record ImageMessage(Media file, @Nullable String caption) implements OutboundMessage {

    /** Checks the limits. */
    public ImageMessage {
        var unused = content(file, caption);
    }

    /** One that the platform has, by its id. */
    public static ImageMessage id(String mediaId) {
        return new ImageMessage(Media.id(mediaId), null);
    }

    /** One that the platform fetches from an http or https address. */
    public static ImageMessage link(String url) {
        return new ImageMessage(Media.link(url), null);
    }

    /** One that is uploaded when the message is allowed: image/jpeg or image/png, at most 5 MB. */
    public static ImageMessage upload(MediaUpload file) {
        return new ImageMessage(Media.upload(file), null);
    }

    /** The same with words below it, at most 1024 characters. */
    public ImageMessage withCaption(String words) {
        return new ImageMessage(file, words);
    }

    @Override
    public MessageContent content() {
        return content(file, caption);
    }

    private static MessageContent content(Media file, @Nullable String caption) {
        Object image = file.fields().and("caption", caption).map();
        return MessageReader.cloudApi(Map.of("type", "image", "image", image));
    }

    @Override
    public String toString() {
        return "ImageMessage[" + file + "]";
    }
}
