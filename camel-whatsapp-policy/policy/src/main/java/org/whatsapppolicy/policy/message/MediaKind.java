package org.whatsapppolicy.policy.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of files that can be sent, and how large each may be, as the platform's page on media says. */
public enum MediaKind {
    /** A picture. */
    IMAGE(5L << 20),
    /** A film. */
    VIDEO(16L << 20),
    /** Sound, a voice note included. */
    AUDIO(16L << 20),
    /** A document. */
    DOCUMENT(100L << 20),
    /** A sticker of 512 by 512; one that does not move may have 100 KB, which the platform checks. */
    STICKER(500L << 10);

    private final long limit;

    MediaKind(long limit) {
        this.limit = limit;
    }

    /** How large a file of this kind may be, in bytes. */
    public long limit() {
        return limit;
    }

    /** The platform's word, such as {@code image}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The MIME types that the platform takes for this kind. */
    public List<String> mimeTypes() {
        return Arrays.stream(FileType.values())
                .filter(type -> type.kind == this)
                .map(type -> type.mime)
                .toList();
    }

    /** @throws InvalidMessageException naming the place, what was expected and what was found */
    void check(String path, MediaUpload file) {
        if (!mimeTypes().contains(file.mimeType())) {
            throw new InvalidMessageException(
                    path, "expected a file of " + String.join(", ", mimeTypes()) + ", found " + file.mimeType());
        }
        if (file.size() > limit) {
            throw new InvalidMessageException(path, "at most " + limit + " bytes, found " + file.size());
        }
    }
}
