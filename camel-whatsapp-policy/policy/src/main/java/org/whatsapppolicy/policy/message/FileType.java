package org.whatsapppolicy.policy.message;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The file types that the platform takes, one constant each: what it is sent as, its MIME type, and how files are named. */
enum FileType {
    JPEG(MediaKind.IMAGE, "image/jpeg", "jpg", "jpeg"),
    PNG(MediaKind.IMAGE, "image/png", "png"),
    MP4(MediaKind.VIDEO, "video/mp4", "mp4"),
    THREE_GPP(MediaKind.VIDEO, "video/3gpp", "3gp", "3gpp"),
    AAC(MediaKind.AUDIO, "audio/aac", "aac"),
    AMR(MediaKind.AUDIO, "audio/amr", "amr"),
    MPEG(MediaKind.AUDIO, "audio/mpeg", "mp3"),
    MP4_AUDIO(MediaKind.AUDIO, "audio/mp4", "m4a"),
    OGG(MediaKind.AUDIO, "audio/ogg", "ogg", "opus"),
    TEXT(MediaKind.DOCUMENT, "text/plain", "txt"),
    PDF(MediaKind.DOCUMENT, "application/pdf", "pdf"),
    DOC(MediaKind.DOCUMENT, "application/msword", "doc"),
    DOCX(MediaKind.DOCUMENT, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLS(MediaKind.DOCUMENT, "application/vnd.ms-excel", "xls"),
    XLSX(MediaKind.DOCUMENT, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPT(MediaKind.DOCUMENT, "application/vnd.ms-powerpoint", "ppt"),
    PPTX(MediaKind.DOCUMENT, "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    WEBP(MediaKind.STICKER, "image/webp", "webp");

    final MediaKind kind;
    final String mime;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of texts
    final List<String> extensions;

    FileType(MediaKind kind, String mime, String... extensions) {
        this.kind = kind;
        this.mime = mime;
        this.extensions = List.of(extensions);
    }

    static Optional<FileType> ofMime(String mime) {
        return Arrays.stream(values()).filter(type -> type.mime.equals(mime)).findFirst();
    }

    /** @param extension in lower case, without the dot */
    static Optional<FileType> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(extension))
                .findFirst();
    }

    /** Whether a file of this type may go under such a name; plain text goes under any name that promises nothing else. */
    boolean fits(String extension) {
        return extensions.contains(extension)
                || (this == TEXT && ofExtension(extension).isEmpty());
    }
}
