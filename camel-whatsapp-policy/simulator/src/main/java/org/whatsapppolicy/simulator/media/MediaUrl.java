package org.whatsapppolicy.simulator.media;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;

/** The addresses media are fetched from: each is good for 5 minutes. Safe for use by several threads. */
public final class MediaUrl {

    /** The path all addresses begin with. */
    public static final String PATH = "/whatsapp_business/attachments/";

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final Media media;
    private final SimulatorClock clock;

    /** Addresses of these media. */
    public MediaUrl(Media media, SimulatorClock clock) {
        this.media = media;
        this.clock = clock;
    }

    /**
     * A new address.
     *
     * @param origin {@code http://host:port}
     */
    public String of(StoredMedia one, String origin) {
        long ends = clock.millis() / 1000 + LIFE.toSeconds();
        return origin + PATH + "?mid=" + one.id() + "&ext=" + ends + "&hash=" + seal(one.id(), ends);
    }

    /** What an address leads to; null when it is none of these, too old, or the media is gone. */
    public @Nullable StoredMedia resolve(@Nullable String mid, @Nullable String ext, @Nullable String hash) {
        if (mid == null || ext == null || !ext.matches("\\d{1,12}")) {
            return null;
        }
        long ends = Long.parseLong(ext);
        boolean good = seal(mid, ends).equals(hash) && clock.millis() / 1000 < ends;
        return good ? media.find(mid) : null;
    }

    /** Keeps clients from making up addresses of their own; it is no secret. */
    private static String seal(String id, long ends) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("media " + id + ' ' + ends).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
