package org.whatsapppolicy.policy.optout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The file of the weights: a head of lines {@code name: value} in UTF-8, an empty line, then an int an entry, big-endian: a
 * key of {@value Features#BITS} bits and behind it the signed byte of its weight.
 */
final class WeightsFile {

    static final String NAME = "weights.bin";
    static final String FORMAT = "1";

    private static final String AGAIN = "; make it again as docs/opt-out-recognition.md says";

    private WeightsFile() {}

    /** The one that comes with this library. */
    static Weights standard() {
        return read(bytes());
    }

    static byte[] bytes() {
        // OSGi: our own resource by our own class, never by the thread's class loader.
        try (InputStream in = WeightsFile.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException("found no " + NAME + " beside " + WeightsFile.class.getName());
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException if it is not whole */
    static Weights read(byte[] file) {
        int end = endOfHead(file);
        Map<String, String> head = head(new String(file, 0, end, StandardCharsets.UTF_8));
        String format = value(head, "format");
        if (!format.equals(FORMAT)) {
            throw problem("found format " + format + ", expected " + FORMAT);
        }
        byte[] body = Arrays.copyOfRange(file, end, file.length);
        int length = (int) (number(head, "entries") * Integer.BYTES);
        if (body.length != length) {
            throw problem("found " + body.length + " bytes behind the head, expected " + length);
        }
        if (!checksum(body).equals(value(head, "crc32"))) {
            throw problem("found entries of crc32 " + checksum(body) + ", expected " + value(head, "crc32"));
        }
        int[] entries = new int[body.length / Integer.BYTES];
        ByteBuffer.wrap(body).asIntBuffer().get(entries);
        return new Weights(
                new Weights.Scale(
                        number(head, "step"),
                        number(head, "bias"),
                        number(head, "doubt below"),
                        number(head, "hold from"),
                        number(head, "opt-out from")),
                Set.of(value(head, "languages").split(" ", -1)),
                entries);
    }

    static String checksum(byte[] body) {
        CRC32 sum = new CRC32();
        sum.update(body);
        return Long.toHexString(sum.getValue());
    }

    private static int endOfHead(byte[] file) {
        for (int i = 0; i + 1 < file.length; i++) {
            if (file[i] == '\n' && file[i + 1] == '\n') {
                return i + 2;
            }
        }
        throw problem("found no empty line, expected one behind the head");
    }

    private static Map<String, String> head(String lines) {
        Map<String, String> head = new HashMap<>();
        lines.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                head.put(line.substring(0, colon), line.substring(colon + 2));
            }
        });
        return head;
    }

    private static double number(Map<String, String> head, String name) {
        try {
            return Double.parseDouble(value(head, name));
        } catch (NumberFormatException e) {
            throw problem("found " + name + ": " + value(head, name) + ", expected a number");
        }
    }

    private static String value(Map<String, String> head, String name) {
        String value = head.get(name);
        if (value == null) {
            throw problem("found no " + name + " in the head, expected a line for it");
        }
        return value;
    }

    private static IllegalStateException problem(String found) {
        return new IllegalStateException(NAME + ": " + found + AGAIN);
    }
}
