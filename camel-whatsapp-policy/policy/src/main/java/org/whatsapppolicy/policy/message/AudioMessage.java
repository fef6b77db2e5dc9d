package org.whatsapppolicy.policy.message;

import java.util.Map;

/**
 * Sound, possible only inside an open service window. It has no caption.
 *
 * @param file where it is
 * @param voice whether it shows as a voice note: OGG with the OPUS codec; up to 512 KB the phone loads it by itself
 */
public record AudioMessage(Media file, boolean voice) implements OutboundMessage {

    /** Checks the limits. */
    public AudioMessage {
        var unused = content(file, voice);
    }

    /** One that the platform has, by its id. */
    public static AudioMessage id(String mediaId) {
        return new AudioMessage(Media.id(mediaId), false);
    }

    /** One that the platform fetches from an http or https address. */
    public static AudioMessage link(String url) {
        return new AudioMessage(Media.link(url), false);
    }

    /** One that is uploaded when the message is allowed: audio/aac, amr, mpeg, mp4 or ogg, at most 16 MB. */
    public static AudioMessage upload(MediaUpload file) {
        return new AudioMessage(Media.upload(file), false);
    }

    /** The same as a voice note. */
    public AudioMessage asVoice() {
        return new AudioMessage(file, true);
    }

    @Override
    public MessageContent content() {
        return content(file, voice);
    }

    private static MessageContent content(Media file, boolean voice) {
        Object audio = file.fields().and("voice", voice ? Boolean.TRUE : null).map();
        return MessageReader.cloudApi(Map.of("type", "audio", "audio", audio));
    }

    @Override
    public String toString() {
        return "AudioMessage[" + file + (voice ? ", voice]" : "]");
    }
}
