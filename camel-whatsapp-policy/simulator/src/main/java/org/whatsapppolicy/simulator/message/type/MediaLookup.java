package org.whatsapppolicy.simulator.message.type;

import org.jspecify.annotations.Nullable;

/** The uploaded media, as far as sending needs to know them. Called on event loops; must not block. */
@FunctionalInterface
public interface MediaLookup {

    /** What {@link #mimeType} says of media nobody knows anything about. */
    String ANY = "*/*";

    /** The MIME type of the media with that id, {@link #ANY} where it is not known; null when there is none now. */
    @Nullable
    String mimeType(String id);

    /** Takes every numeric id for media of the right kind, so that a client can be tried without an upload. */
    static MediaLookup anyId() {
        return id -> ANY;
    }
}
