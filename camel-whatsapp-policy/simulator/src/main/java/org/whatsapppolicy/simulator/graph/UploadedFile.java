package org.whatsapppolicy.simulator.graph;

import java.nio.file.Path;

/**
 * A file that came along with a request and lies on disk already. It is thrown away after the answer unless somebody
 * {@linkplain #take took} it. For one thread.
 */
public final class UploadedFile {

    private final Path path;
    private final String name;
    private final String contentType;
    private final long size;
    private final String sha256;
    private boolean taken;

    /**
     * A file nobody took yet.
     *
     * @param contentType as the client declared it for that part
     * @param size in bytes, counted to the end also when not all of them were kept
     * @param sha256 of its content, in hexadecimal digits
     */
    public UploadedFile(Path path, String name, String contentType, long size, String sha256) {
        this.path = path;
        this.name = name;
        this.contentType = contentType;
        this.size = size;
        this.sha256 = sha256;
    }

    /** The file's name as the client gave it. */
    public String name() {
        return name;
    }

    /** As the client declared it for that part. */
    public String contentType() {
        return contentType;
    }

    /** In bytes, counted to the end also when not all of them were kept. */
    public long size() {
        return size;
    }

    /** Of its content, in hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** Where it lies. Whoever calls this deletes it once it is not needed any more. */
    public Path take() {
        taken = true;
        return path;
    }

    /** Where it lies if nobody took it, to be thrown away. */
    public Path path() {
        return path;
    }

    /** Whether somebody took it. */
    public boolean taken() {
        return taken;
    }
}
