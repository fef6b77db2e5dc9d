package org.whatsapppolicy.simulator.template;

import org.jspecify.annotations.Nullable;

/**
 * What a webhook says about a change of status, beyond the status.
 *
 * @param reason {@code NONE}, or why review refused it, such as {@code INVALID_FORMAT}; null is told as such
 * @param title {@code FIRST_PAUSE}, {@code SECOND_PAUSE}, {@code RATE_LIMITING_PAUSE}, {@code UNPAUSE} or {@code
 *     DISABLED}, null for none
 * @param description the title in words
 */
public record StatusNote(
        @Nullable String reason,
        @Nullable String title,
        @Nullable String description) {

    /** Nothing to add. */
    public static final StatusNote PLAIN = new StatusNote("NONE", null, null);

    static final StatusNote FIRST_PAUSE = titled("FIRST_PAUSE", "The template is paused for 3 hours for its quality.");
    static final StatusNote SECOND_PAUSE =
            titled("SECOND_PAUSE", "The template is paused for 6 hours for its quality.");
    static final StatusNote PACING_PAUSE =
            titled("RATE_LIMITING_PAUSE", "The template is paused: its first messages were not taken well.");
    static final StatusNote UNPAUSE = titled("UNPAUSE", "The template is no longer paused.");
    static final StatusNote DISABLED = titled("DISABLED", "The template is disabled for its quality.");

    static StatusNote rejected(String reason) {
        return new StatusNote(reason, null, null);
    }

    private static StatusNote titled(String title, String description) {
        return new StatusNote("NONE", title, description);
    }
}
