package org.whatsapppolicy.simulator.webhook.inbound;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * Something the platform does not hand on.
 *
 * @param kind what it was, such as {@code poll_creation}; null leaves that out
 * @param code 131051 for an unknown type, 131060 for content that is not available, 131052 for a file that could not be
 *     fetched
 */
public record Unsupported(@Nullable String kind, int code) implements Content {

    @Override
    public String type() {
        return "unsupported";
    }

    @Override
    public void write(JsonBytes json) {
        if (kind != null) {
            json.object("unsupported").put("type", kind).end();
        }
        json.array("errors").object();
        json.put("code", code).put("title", title()).put("message", title());
        json.object("error_data").put("details", details()).end();
        json.end().end();
    }

    private String title() {
        return switch (code) {
            case 131052 -> "Media download error";
            case 131060 -> "This message is currently unavailable.";
            default -> "Message type unknown";
        };
    }

    private String details() {
        return switch (code) {
            case 131052 -> "The media of the message could not be downloaded.";
            case 131060 -> "This message is currently unavailable.";
            default -> "Message type is currently not supported.";
        };
    }
}
