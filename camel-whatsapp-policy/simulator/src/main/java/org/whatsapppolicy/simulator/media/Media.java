package org.whatsapppolicy.simulator.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.graph.UploadedFile;

/**
 * The media the platform keeps: uploaded ones for 30 days, on disk; those people sent for 7 days, in memory. Both are
 * bounded, see {@link #keepAtMost}.
 *
 * <p>Safe for use by several threads.
 */
public final class Media {

    private static final Logger LOG = LoggerFactory.getLogger(Media.class);
    private static final Duration UPLOADED_LIFE = Duration.ofDays(30);
    private static final Duration RECEIVED_LIFE = Duration.ofDays(7);
    private static final long FIRST_ID = 600_000_000_000_000L;

    private final ConcurrentHashMap<String, StoredMedia> byId = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong(FIRST_ID);
    private final AtomicLong kept = new AtomicLong();
    private final SimulatorClock clock;
    private volatile long atMost = 1L << 30;

    /** For the simulator. */
    public Media(SimulatorClock clock) {
        this.clock = clock;
    }

    /**
     * How many bytes are kept in all, on disk and in memory; 1 GiB by default. An upload beyond that is answered with
     * 131016.
     */
    public Media keepAtMost(long bytes) {
        atMost = bytes;
        return this;
    }

    /**
     * Keeps what a person sent to a number.
     *
     * @return the media, whose id a webhook names; alive for 7 days
     * @throws IllegalStateException when there is no room left
     */
    public StoredMedia receive(String phoneNumberId, String mimeType, byte[] bytes) {
        if (!makeRoom(bytes.length)) {
            throw new IllegalStateException("the simulator keeps at most " + atMost + " bytes of media");
        }
        StoredMedia.Content content = new StoredMedia.InMemory(bytes.clone());
        return keep(phoneNumberId, mimeType, bytes.length, sha256(bytes), "", RECEIVED_LIFE, content);
    }

    StoredMedia upload(String phoneNumberId, String mimeType, UploadedFile file) {
        if (!makeRoom(file.size())) {
            throw GraphErrors.refuse(131016, "The simulator keeps at most " + atMost + " bytes of media.");
        }
        StoredMedia.Content content = new StoredMedia.OnDisk(file.take());
        return keep(phoneNumberId, mimeType, file.size(), file.sha256(), file.name(), UPLOADED_LIFE, content);
    }

    private boolean makeRoom(long size) {
        if (kept.addAndGet(size) <= atMost) {
            return true;
        }
        kept.addAndGet(-size);
        return false;
    }

    private StoredMedia keep(
            String phoneNumberId,
            String mimeType,
            long size,
            String sha256,
            String name,
            Duration life,
            StoredMedia.Content content) {
        String id = Long.toString(ids.incrementAndGet());
        Instant until = clock.now().plus(life);
        StoredMedia media = new StoredMedia(id, phoneNumberId, mimeType, size, sha256, name, until, content);
        byId.put(id, media);
        clock.schedule(life, () -> delete(id));
        return media;
    }

    /** The media of that id; null when there is none, or none any more. */
    public @Nullable StoredMedia find(String id) {
        StoredMedia media = byId.get(id);
        return media != null && clock.now().isBefore(media.until()) ? media : null;
    }

    /** Everything kept, oldest first. */
    public List<StoredMedia> all() {
        return byId.values().stream()
                .sorted(Comparator.comparing(StoredMedia::id))
                .toList();
    }

    /** Forgets a media. Does nothing when there is none of that id. */
    public void delete(String id) {
        StoredMedia media = byId.remove(id);
        if (media == null) {
            return;
        }
        kept.addAndGet(-media.size());
        if (media.content() instanceof StoredMedia.OnDisk disk) {
            deleteFile(disk.path());
        }
    }

    /** Forgets everything and removes the files. Blocks. */
    public void clear() {
        List.copyOf(byId.keySet()).forEach(this::delete);
    }

    /** Whether it ever gave out that id. */
    boolean gaveOut(String id) {
        if (id.length() != 15 || !id.startsWith("6")) {
            return false;
        }
        try {
            long number = Long.parseLong(id);
            return number > FIRST_ID && number <= ids.get();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static void deleteFile(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("An uploaded file could not be deleted: {}", path, e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
