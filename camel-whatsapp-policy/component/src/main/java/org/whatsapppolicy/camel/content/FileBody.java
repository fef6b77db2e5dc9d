package org.whatsapppolicy.camel.content;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.converter.stream.InputStreamCache;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.message.InvalidMessageException;
import org.whatsapppolicy.policy.message.MediaUpload;

/**
 * Reads the body of an exchange as a file to upload: bytes, a file, or a stream. A file, and a stream that Camel spooled to
 * disk, stay there; what can be read only once is read into memory, bounded, and stays readable for the route.
 */
public final class FileBody {

    private FileBody() {}

    /**
     * The body as a file.
     *
     * @param mimeType what it is
     * @param limit how many bytes it may have
     * @throws InvalidMessageException when it is no file, or breaks a limit of the platform
     * @throws IOException when it cannot be read
     */
    public static MediaUpload read(Exchange exchange, String mimeType, long limit) throws IOException {
        Message message = exchange.getMessage();
        Object body = message.getBody();
        if (body instanceof byte[] bytes) {
            return MediaUpload.of(bytes, mimeType);
        }
        Path path = path(body);
        if (path != null) {
            return MediaUpload.of(() -> Files.newInputStream(path), mimeType);
        }
        if (body instanceof StreamCache cache && cache instanceof InputStream && !cache.inMemory()) {
            return MediaUpload.of(() -> copy(cache, exchange), mimeType);
        }
        if (body instanceof StreamCache cache) {
            cache.reset();
        }
        InputStream in = body == null ? null : message.getBody(InputStream.class);
        if (in == null) {
            throw new InvalidMessageException(
                    "body",
                    "expected a file as stream, bytes or File, or a link to one, found "
                            + (body == null ? "nothing" : body.getClass().getName()));
        }
        byte[] bytes = in.readNBytes(Math.toIntExact(limit + 1));
        if (body instanceof StreamCache cache) {
            cache.reset();
        } else if (body instanceof InputStream && bytes.length <= limit) {
            message.setBody(new InputStreamCache(bytes));
        }
        return MediaUpload.of(bytes, mimeType);
    }

    private static @Nullable Path path(@Nullable Object body) {
        Object file = body instanceof WrappedFile<?> wrapped ? wrapped.getFile() : body;
        return file instanceof File local ? local.toPath() : file instanceof Path path ? path : null;
    }

    private static InputStream copy(StreamCache cache, Exchange exchange) throws IOException {
        if (cache.copy(exchange) instanceof InputStream copy) {
            return copy;
        }
        throw new IOException("the stream can be read only once");
    }
}
