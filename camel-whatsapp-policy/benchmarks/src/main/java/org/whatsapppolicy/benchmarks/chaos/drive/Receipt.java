package org.whatsapppolicy.benchmarks.chaos.drive;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.benchmarks.chaos.wire.HttpMessage;

/**
 * A webhook that was answered, and whose answer the platform got.
 *
 * @param delivery what was posted
 * @param answer what a node said
 */
public record Receipt(HttpMessage delivery, HttpMessage answer) {

    private static final Pattern TIMESTAMP = Pattern.compile("\"timestamp\":\"(\\d+)\"");

    /** The time that the delivery tells of a message that a person wrote, or null when it does not tell of that message. */
    public @Nullable Instant writtenAt(String wamid) {
        String text = delivery.text();
        int at = text.indexOf(quoted(wamid));
        Matcher matcher = TIMESTAMP.matcher(text);
        return at >= 0 && matcher.find(at) ? Instant.ofEpochSecond(Long.parseLong(matcher.group(1))) : null;
    }

    private static String quoted(String wamid) {
        // In JSON as the platform writes it.
        return '"' + wamid.replace("/", "\\/") + '"';
    }

    /** Whether it is the 200 to a delivery of that message. */
    public boolean acknowledges(String wamid) {
        return answer.status() == 200 && delivery.text().contains(quoted(wamid));
    }
}
