package org.whatsapppolicy.simulator.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What people send when nobody says what: a picture and a sticker that can be seen on the page, and any file. */
final class Samples {

    static final byte[] PICTURE = resource("sample.jpg");
    static final byte[] STICKER = resource("sample.webp");
    static final byte[] FILE = "a file".getBytes(StandardCharsets.US_ASCII);

    private Samples() {}

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
