package org.whatsapppolicy.simulator;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.media.Media;
import org.whatsapppolicy.simulator.media.StoredMedia;
import org.whatsapppolicy.simulator.message.type.MediaLookup;
import org.whatsapppolicy.simulator.number.Numbers;

/** The media store as sending sees it. While no number is declared, every id is good, as everything else is then. */
record UploadedMedia(Media media, Numbers numbers) implements MediaLookup {

    @Override
    public @Nullable String mimeType(String id) {
        StoredMedia stored = media.find(id);
        if (stored != null) {
            return stored.mimeType();
        }
        return numbers.anyDeclared() ? null : ANY;
    }
}
