package org.whatsapppolicy.simulator.media;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a file can be sent as, with the types and sizes of the platform's media page. */
public enum MediaKind {
    /** Sound; at most 16 MB. */
    AUDIO(16L << 20, "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"),
    /** Papers; at most 100 MB. */
    DOCUMENT(
            100L << 20,
            "text/plain",
            "application/pdf",
            "application/msword",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.ms-excel",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    /** Pictures; at most 5 MB. */
    IMAGE(5L << 20, "image/jpeg", "image/png"),
    /** Stickers; at most 500 KB, which is the size for animated ones, as the simulator does not look inside. */
    STICKER(500L << 10, "image/webp"),
    /** Films; at most 16 MB. */
    VIDEO(16L << 20, "video/mp4", "video/3gpp");

    private final long largest;
    // Immutable, though its type does not say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> types;

    MediaKind(long largest, String... types) {
        this.largest = largest;
        this.types = List.of(types);
    }

    /** The largest size in bytes. */
    public long largest() {
        return largest;
    }

    /** The kind a MIME type belongs to, whatever its parameters; null when the platform does not take it. */
    public static @Nullable MediaKind of(String mimeType) {
        String bare = bare(mimeType);
        return Arrays.stream(values())
                .filter(kind -> kind.types.contains(bare))
                .findFirst()
                .orElse(null);
    }

    /** Every type the platform takes, in order. */
    static List<String> allTypes() {
        return Arrays.stream(values())
                .flatMap(kind -> kind.types.stream().sorted())
                .toList();
    }

    private static String bare(String mimeType) {
        int parameters = mimeType.indexOf(';');
        return (parameters < 0 ? mimeType : mimeType.substring(0, parameters))
                .trim()
                .toLowerCase(Locale.ROOT);
    }
}
