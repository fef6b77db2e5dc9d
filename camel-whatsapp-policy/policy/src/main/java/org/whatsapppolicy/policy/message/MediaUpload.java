package org.whatsapppolicy.policy.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that is uploaded when its message is allowed, and never otherwise. It stands in a message where the id of an uploaded
 * file would. Two are equal when type, size and content are. Immutable as long as its source is; thread-safe.
 *
 * <p>The file itself is not stored: a message with one is not held for later, but denied with {@code cannot-defer}.
 */
public final class MediaUpload {

    private static final String MARK = "upload:";

    /** Where the bytes come from. */
    @FunctionalInterface
    public interface Source {

        /** Opens the file from its first byte; asked once for every upload, on a thread that may block. */
        InputStream open() throws IOException;
    }

    private final String mimeType;
    private final long size;
    private final String sha256;
    private final @Nullable Source source;

    private MediaUpload(String mimeType, long size, String sha256, @Nullable Source source) {
        this.mimeType = mimeType;
        this.size = size;
        this.sha256 = sha256;
        this.source = source;
    }

    /**
     * A file in memory; the bytes are copied.
     *
     * @param mimeType parameters such as a character set are left out
     * @throws InvalidMessageException when the platform takes no such type, or the file is empty or too large
     */
    public static MediaUpload of(byte[] bytes, String mimeType) {
        FileType type = type(mimeType);
        checkSize(type, bytes.length);
        byte[] copy = bytes.clone();
        return new MediaUpload(
                type.mime, copy.length, hex(digest().digest(copy)), () -> new ByteArrayInputStream(copy));
    }

    /**
     * A file that can be opened again, such as {@code () -> Files.newInputStream(path)}. It is read once here, to know its
     * size and content, and once more when it is uploaded; it must be the same then.
     *
     * @throws InvalidMessageException as {@link #of(byte[], String)}
     * @throws IOException when it cannot be read
     */
    public static MediaUpload of(Source source, String mimeType) throws IOException {
        FileType type = type(mimeType);
        MessageDigest digest = digest();
        long size = 0;
        try (InputStream in = source.open()) {
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
                checkSize(type, Math.max(1, size));
            }
        }
        checkSize(type, size);
        return new MediaUpload(type.mime, size, hex(digest.digest()), source);
    }

    /**
     * A stream that can be read only once: read to its end into memory, at most as far as the platform's limit; not closed.
     *
     * @throws InvalidMessageException as {@link #of(byte[], String)}
     * @throws IOException when it cannot be read
     */
    public static MediaUpload read(InputStream in, String mimeType) throws IOException {
        int most = Math.toIntExact(type(mimeType).kind.limit()) + 1;
        return of(in.readNBytes(most), mimeType);
    }

    /** What is known of a file whose message came back from a store: it cannot be uploaded any more. */
    public static MediaUpload gone(String mimeType) {
        return new MediaUpload(mimeType, 0, "", null);
    }

    /** The MIME type that a file name's extension stands for, or empty when the platform takes no such file. */
    public static Optional<String> mimeTypeOf(String fileName) {
        return FileType.ofExtension(Attachments.extension(fileName)).map(type -> type.mime);
    }

    /** Without parameters. */
    public String mimeType() {
        return mimeType;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** In lower-case hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** The usual extension of its type, without the dot. */
    public String extension() {
        return FileType.ofMime(mimeType).map(type -> type.extensions.get(0)).orElse("bin");
    }

    /** Whether it can still be uploaded. */
    public boolean present() {
        return source != null;
    }

    /**
     * Opens it from its first byte.
     *
     * @throws IOException also when it is {@linkplain #present() gone}
     */
    public InputStream open() throws IOException {
        if (source == null) {
            throw new IOException("the file went with the exchange that brought it");
        }
        return source.open();
    }

    /** What stands in the body of a message until the platform gave the file an id. */
    String mark() {
        return MARK + sha256;
    }

    private static FileType type(String mimeType) {
        String plain = mimeType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return FileType.ofMime(plain)
                .orElseThrow(() -> new InvalidMessageException(
                        "file", "expected a MIME type that the platform takes, found " + shown(plain)));
    }

    private static void checkSize(FileType type, long size) {
        if (size == 0) {
            throw new InvalidMessageException("file", "expected a file, found an empty one");
        }
        long limit = type.kind.limit();
        if (size > limit) {
            throw new InvalidMessageException("file", "at most " + limit + " bytes of " + type.mime + ", found more");
        }
    }

    /** A MIME type may be repeated in an error, anything else may be content. */
    private static String shown(String mimeType) {
        return mimeType.matches("[a-z]{1,20}/[a-z0-9.+-]{1,80}") ? mimeType : "another text";
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MediaUpload file
                && file.size == size
                && file.mimeType.equals(mimeType)
                && file.sha256.equals(sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return "MediaUpload[" + mimeType + ", " + size + " bytes]";
    }
}
