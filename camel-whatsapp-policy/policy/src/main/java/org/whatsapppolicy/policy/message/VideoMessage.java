package org.whatsapppolicy.policy.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A film, possible only inside an open service window.
 *
 * @param file where it is
 * @param caption words below it, at most 1024 characters, or null
 */
public record VideoMessage(Media file, @Nullable String caption) implements OutboundMessage {

    /** Checks the limits. */
    public VideoMessage {
        var unused = content(file, caption);
    }

    /** One that the platform has, by its id. */
    public static VideoMessage id(String mediaId) {
        return new VideoMessage(Media.id(mediaId), null);
    }

    /** One that the platform fetches from an http or https address. */
    public static VideoMessage link(String url) {
        return new VideoMessage(Media.link(url), null);
    }

    /** One that is uploaded when the message is allowed: video/mp4 or video/3gpp, at most 16 MB. */
    public static VideoMessage upload(MediaUpload file) {
        return new VideoMessage(Media.upload(file), null);
    }

    /** The same with words below it, at most 1024 characters. */
    public VideoMessage withCaption(String words) {
        return new VideoMessage(file, words);
    }

    @Override
    public MessageContent content() {
        return content(file, caption);
    }

    private static MessageContent content(Media file, @Nullable String caption) {
        Object video = file.fields().and("caption", caption).map();
        return MessageReader.cloudApi(Map.of("type", "video", "video", video));
    }

    @Override
    public String toString() {
        return "VideoMessage[" + file + "]";
    }
}
