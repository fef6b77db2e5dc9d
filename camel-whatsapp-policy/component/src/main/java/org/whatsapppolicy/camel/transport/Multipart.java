package org.whatsapppolicy.camel.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.whatsapppolicy.policy.message.MediaUpload;

/**
 * A file as the platform takes it: a form with {@code messaging_product}, {@code type} and {@code file}. The file is read while
 * it is written, so that it need not be in memory.
 */
final class Multipart {

    private final MediaUpload file;
    private final String boundary;
    private final byte[] head;
    private final byte[] tail;

    Multipart(MediaUpload file) {
        this.file = file;
        // The file cannot hold its own digest.
        this.boundary = "whatsapp-policy-" + file.sha256();
        this.head = bytes(field("messaging_product", "whatsapp") + field("type", file.mimeType())
                + part("file\"; filename=\"file." + file.extension()) + "Content-Type: " + file.mimeType()
                + "\r\n\r\n");
        this.tail = bytes("\r\n--" + boundary + "--\r\n");
    }

    private String field(String name, String value) {
        return part(name) + "\r\n" + value + "\r\n";
    }

    private String part(String name) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    long length() {
        return head.length + file.size() + tail.length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(head);
        try (InputStream in = file.open()) {
            in.transferTo(out);
        }
        out.write(tail);
    }

    /** For transports that want it in one piece. */
    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream((int) Math.min(length(), Integer.MAX_VALUE - 8));
        try {
            writeTo(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toByteArray();
    }
}
