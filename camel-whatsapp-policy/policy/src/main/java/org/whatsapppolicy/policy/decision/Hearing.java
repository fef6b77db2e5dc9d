package org.whatsapppolicy.policy.decision;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether this installation hears what the platform tells (S-20). A pure value: every store folds news with {@link #after}.
 *
 * @param heard when a status was last heard, or null
 * @param unheardSince when the first message was accepted of which, and since when, nothing was heard; or null
 * @param deafSince since when the app is known not to be subscribed to what people choose in the app's menu, or null
 */
public record Hearing(
        @Nullable Instant heard,
        @Nullable Instant unheardSince,
        @Nullable Instant deafSince) {

    /** Of an installation that never sent nor heard anything. */
    public static final Hearing NOTHING = new Hearing(null, null, null);

    /** With news of some node; news may come late and twice. */
    public Hearing after(News news) {
        Instant last = latest(heard, news.status);
        Instant first = earliest(after(unheardSince, last), after(news.accepted, last));
        Instant deaf = deafSince;
        if (news.subscribed != null) {
            deaf = news.subscribed ? null : deaf == null ? news.at : deaf;
        }
        return new Hearing(last, first, deaf);
    }

    /** From when on the silence is too long, or null while nothing is waited for. */
    public @Nullable Instant silent(@Nullable Duration within) {
        return unheardSince == null || within == null ? null : unheardSince.plus(within);
    }

    /**
     * Why marketing pauses at that moment: {@code no-status} or {@code not-subscribed}; null while it does not.
     *
     * @param within how long a status may be waited for, or null when for ever
     */
    public @Nullable String pause(Instant now, @Nullable Duration within) {
        Instant silent = silent(within);
        if (silent != null && !now.isBefore(silent)) {
            return "no-status";
        }
        return deafSince == null ? null : "not-subscribed";
    }

    private static @Nullable Instant after(@Nullable Instant accepted, @Nullable Instant heard) {
        return accepted == null || (heard != null && !accepted.isAfter(heard)) ? null : accepted;
    }

    private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /**
     * What a node has to tell.
     *
     * @param at when it tells it
     * @param status when it last heard a status, or null
     * @param accepted when the first message was accepted since it last told, or null
     * @param subscribed whether the app is subscribed to what people choose in the app's menu, or null when that is not known
     */
    public record News(
            Instant at,
            @Nullable Instant status,
            @Nullable Instant accepted,
            @Nullable Boolean subscribed) {}
}
