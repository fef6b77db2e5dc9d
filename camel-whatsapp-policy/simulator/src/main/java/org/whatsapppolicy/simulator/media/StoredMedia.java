package org.whatsapppolicy.simulator.media;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file the platform keeps.
 *
 * @param phoneNumberId the number it was uploaded to, or sent to by a person
 * @param mimeType as declared, with its parameters
 * @param size in bytes
 * @param sha256 of the content, in hexadecimal digits
 * @param name the file's name as uploaded, empty where there was none
 * @param until when it is forgotten
 */
public record StoredMedia(
        String id,
        String phoneNumberId,
        String mimeType,
        long size,
        String sha256,
        String name,
        Instant until,
        Content content) {

    /** Where the bytes are. */
    public sealed interface Content permits OnDisk, InMemory {}

    /** Uploaded files lie on disk, so that memory does not depend on their sizes. */
    public record OnDisk(Path path) implements Content {}

    /** What people send in tests is small, and shared between messages. Not to be changed. */
    @SuppressWarnings("ArrayRecordComponent")
    public record InMemory(byte[] bytes) implements Content {}
}
