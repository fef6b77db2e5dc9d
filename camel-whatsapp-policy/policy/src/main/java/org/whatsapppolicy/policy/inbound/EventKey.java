package org.whatsapppolicy.policy.inbound;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What tells one event from another and is the same whenever it is delivered again (M-8). It is kept when the person is erased, so
 * it is a hash: the platform's ids tell the phone number to whoever decodes them (S-22, S-47).
 */
final class EventKey {

    private EventKey() {}

    static String message(String wamid) {
        return "m:" + hash(wamid);
    }

    static String status(String wamid, String status, @Nullable String participant) {
        return "s:" + hash(participant == null ? wamid : wamid + '\n' + participant) + ":" + status;
    }

    /** For what has no id of its own: a hash of all it says, however its fields are ordered. */
    static String of(String field, @Nullable Object time, Object value) {
        StringBuilder text = new StringBuilder(field).append('\n').append(time).append('\n');
        append(text, value);
        return "h:" + hash(text.toString());
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            Map<String, Object> sorted = new TreeMap<>();
            object.forEach((name, field) -> sorted.put(String.valueOf(name), field == null ? "null" : field));
            text.append('{');
            sorted.forEach((name, field) -> {
                string(text, name);
                append(text, field);
            });
            text.append('}');
        } else if (value instanceof List<?> list) {
            text.append('[');
            list.forEach(element -> append(text, element));
            text.append(']');
        } else {
            string(text, String.valueOf(value));
        }
    }

    // With its length in front, nothing that stands in a text can pretend to be what follows it.
    private static void string(StringBuilder text, String value) {
        text.append(value.length()).append(':').append(value);
    }
}
