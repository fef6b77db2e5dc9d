package org.whatsapppolicy.simulator.shown;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message in a chat. Immutable: progress makes a new one with the same id.
 *
 * @param id the {@code wamid}
 * @param fromBusiness false for what the person wrote
 * @param at when it was accepted or written, by the simulator's clock
 * @param repliesTo the message it quotes, null for none
 * @param progress {@link Progress#DELIVERED} for what the person wrote, {@link Progress#READ} once marked as read
 * @param failure the code it failed with, 0 while it has not
 */
public record ShownMessage(
        String id,
        boolean fromBusiness,
        Instant at,
        ShownContent content,
        @Nullable String repliesTo,
        Progress progress,
        int failure) {

    /** The same message, further on its way; itself when that is no news. */
    public ShownMessage now(Progress next, int code) {
        return progress.leadsTo(next) ? new ShownMessage(id, fromBusiness, at, content, repliesTo, next, code) : this;
    }
}
