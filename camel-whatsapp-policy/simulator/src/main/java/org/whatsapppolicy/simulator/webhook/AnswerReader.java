package org.whatsapppolicy.simulator.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads a receiver's answer as far as needed to know its status and where it ends. For one connection and one thread;
 * begins anew after each answer.
 */
final class AnswerReader {

    private static final int LONGEST_LINE = 16_384;
    private static final long UNTIL_CLOSE = -1;

    private enum Place {
        STATUS,
        HEADERS,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        TRAILERS
    }

    private final StringBuilder line = new StringBuilder(64);
    private Place place = Place.STATUS;
    private int status;
    private long left;
    private boolean lengthKnown;
    private boolean chunked;
    private boolean closes;

    /** Whether anything of an answer was seen. */
    boolean begun() {
        return place != Place.STATUS || line.length() > 0;
    }

    /** Whether the end of the connection ends the answer properly. */
    boolean endsWithConnection() {
        return place == Place.BODY && left == UNTIL_CLOSE;
    }

    int status() {
        return status;
    }

    /** Whether the receiver will close the connection after the answer. */
    boolean closes() {
        return closes;
    }

    void reset() {
        place = Place.STATUS;
        line.setLength(0);
        left = 0;
        lengthKnown = false;
        chunked = false;
        closes = false;
    }

    /**
     * Takes more bytes. True when the answer is complete.
     *
     * @throws IllegalStateException when it is no HTTP
     */
    boolean read(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            if (place == Place.BODY || place == Place.CHUNK) {
                if (left == UNTIL_CLOSE) {
                    return false;
                }
                int taken = (int) Math.min(left, bytes.length - at);
                left -= taken;
                at += taken;
                if (left > 0) {
                    return false;
                }
                if (place == Place.BODY) {
                    return true;
                }
                place = Place.CHUNK_SIZE;
            } else {
                int end = lineEnd(bytes, at);
                take(bytes, at, Math.min(end, bytes.length));
                at = end + 1;
                if (end < bytes.length && lineRead()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int lineEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private void take(byte[] bytes, int from, int to) {
        if (line.length() + to - from > LONGEST_LINE) {
            throw new IllegalStateException("a line of the answer is too long");
        }
        line.append(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }

    private boolean lineRead() {
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
            line.setLength(length - 1);
        }
        String text = line.toString();
        line.setLength(0);
        return switch (place) {
            case STATUS -> {
                if (!text.isEmpty()) {
                    statusLine(text);
                }
                yield false;
            }
            case HEADERS -> text.isEmpty() ? headersEnd() : header(text);
            case CHUNK_SIZE -> chunkSize(text);
            case TRAILERS -> text.isEmpty();
            case BODY, CHUNK -> false;
        };
    }

    private void statusLine(String text) {
        if (!text.startsWith("HTTP/1.") || text.length() < 12) {
            throw new IllegalStateException("the answer is no HTTP/1");
        }
        status = Integer.parseInt(text.substring(9, 12));
        closes = text.startsWith("HTTP/1.0");
        place = Place.HEADERS;
    }

    private boolean header(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return false;
        }
        String name = text.substring(0, colon).trim().toLowerCase(Locale.ROOT);
        String value = text.substring(colon + 1).trim().toLowerCase(Locale.ROOT);
        switch (name) {
            case "content-length" -> {
                left = Long.parseLong(value);
                lengthKnown = true;
            }
            case "transfer-encoding" -> chunked = value.endsWith("chunked");
            case "connection" -> closes = value.contains("close") || (closes && !value.contains("keep-alive"));
            default -> {}
        }
        return false;
    }

    private boolean headersEnd() {
        if (status < 200) {
            // 100 Continue and its like: the answer proper follows.
            reset();
            return false;
        }
        if (status == 204 || status == 304) {
            return true;
        }
        if (chunked) {
            place = Place.CHUNK_SIZE;
            return false;
        }
        place = Place.BODY;
        if (!lengthKnown) {
            closes = true;
            left = UNTIL_CLOSE;
            return false;
        }
        return left == 0;
    }

    private boolean chunkSize(String text) {
        if (text.isEmpty()) {
            // The line end after a chunk.
            return false;
        }
        int extension = text.indexOf(';');
        left = Long.parseLong((extension < 0 ? text : text.substring(0, extension)).trim(), 16);
        place = left == 0 ? Place.TRAILERS : Place.CHUNK;
        return false;
    }
}
