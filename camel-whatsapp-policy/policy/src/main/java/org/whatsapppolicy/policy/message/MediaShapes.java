package org.whatsapppolicy.policy.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Media and places, which messages, headers and template parameters share. */
final class MediaShapes {

    private static final int CAPTION = 1024;

    /** An id that the platform gave, or a file that is still to get one. */
    private static final Shape ID = (path, value) -> {
        if (!(value instanceof MediaUpload)) {
            Shape.text().check(path, value);
        }
    };

    static final ObjectShape IMAGE = media(MediaKind.IMAGE);

    static final ObjectShape VIDEO = media(MediaKind.VIDEO);

    static final ObjectShape STICKER = media(MediaKind.STICKER);

    static final ObjectShape DOCUMENT = captioned(media(MediaKind.DOCUMENT))
            .optional("filename", Shape.text())
            .where(MediaShapes::namedAsWhatItIs);

    static final ObjectShape AUDIO = media(MediaKind.AUDIO)
            .optional("voice", Shape.flag())
            .never("caption", "for audio: send the words as a text of their own")
            .where(MediaShapes::voiceIsOgg);

    static final ObjectShape LOCATION = Shape.object()
            .required("latitude", Shape.coordinate(90))
            .required("longitude", Shape.coordinate(180))
            .optional("name", Shape.text())
            .optional("address", Shape.text());

    private MediaShapes() {}

    static ObjectShape captioned(ObjectShape media) {
        return media.optional("caption", Shape.upTo(CAPTION));
    }

    private static ObjectShape media(MediaKind kind) {
        return Shape.object()
                .optional("id", ID)
                .optional("link", Shape.url())
                .exactlyOne("id", "link")
                .where((path, media) -> {
                    MediaUpload file = file(media);
                    if (file != null) {
                        kind.check(path, file);
                    }
                });
    }

    private static @Nullable MediaUpload file(Object media) {
        return ((Map<?, ?>) media).get("id") instanceof MediaUpload file ? file : null;
    }

    /** The policy allows documents by their extension (S-5), so that must not lie. */
    private static void namedAsWhatItIs(String path, Object media) {
        MediaUpload file = file(media);
        if (file == null || !(((Map<?, ?>) media).get("filename") instanceof String name)) {
            return;
        }
        String extension = Attachments.extension(name);
        boolean fits = FileType.ofMime(file.mimeType())
                .filter(type -> type.fits(extension))
                .isPresent();
        if (!fits) {
            throw new InvalidMessageException(
                    path + ".filename",
                    "expected a name that ends with ." + file.extension() + ", as " + file.mimeType() + " does, found "
                            + (extension.isEmpty() ? "none" : "." + extension));
        }
    }

    private static void voiceIsOgg(String path, Object media) {
        MediaUpload file = file(media);
        Object voice = ((Map<?, ?>) media).get("voice");
        boolean asked = Boolean.TRUE.equals(voice) || "true".equals(voice);
        if (asked && file != null && !file.mimeType().equals(FileType.OGG.mime)) {
            throw new InvalidMessageException(
                    path, "expected " + FileType.OGG.mime + " for a voice note, found " + file.mimeType());
        }
    }
}
