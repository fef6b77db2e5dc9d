package org.whatsapppolicy.simulator.media;

import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.people.MediaShelf;
import org.whatsapppolicy.simulator.webhook.inbound.ReceivedMedia;

/** Files that people send: kept like all media, and told with an address that is good for a few minutes. */
public final class FromPeople implements MediaShelf {

    private final Media media;
    private final MediaUrl urls;
    private final Supplier<String> origin;

    /**
     * For the simulator.
     *
     * @param origin {@code http://host:port} of the simulator
     */
    public FromPeople(Media media, MediaUrl urls, Supplier<String> origin) {
        this.media = media;
        this.urls = urls;
        this.origin = origin;
    }

    @Override
    public ReceivedMedia keep(SimulatedNumber number, String mimeType, byte[] bytes) {
        StoredMedia stored = media.receive(number.id(), mimeType, bytes);
        // Webhooks write the hash in base 64, the media endpoint in hexadecimal digits.
        String hash = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(stored.sha256()));
        return new ReceivedMedia(stored.id(), mimeType, hash, urls.of(stored, origin.get()));
    }
}
