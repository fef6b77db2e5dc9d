package org.whatsapppolicy.simulator.people;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.webhook.inbound.ReceivedMedia;

/** Gives files an id and a hash, and forgets them: they are told, but cannot be fetched. */
final class NoShelf implements MediaShelf {

    private final AtomicLong ids = new AtomicLong(610_000_000_000_000L);

    @Override
    public ReceivedMedia keep(SimulatedNumber number, String mimeType, byte[] bytes) {
        return new ReceivedMedia(Long.toString(ids.incrementAndGet()), mimeType, sha256(bytes), null);
    }

    private static String sha256(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
