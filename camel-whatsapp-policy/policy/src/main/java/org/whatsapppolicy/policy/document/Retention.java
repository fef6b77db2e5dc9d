package org.whatsapppolicy.policy.document;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long the store keeps what it no longer needs (S-47). Null means for good (written {@code none}). Consent, suppressions and
 * the audit are not in it: nothing takes them away but the erasure of a person.
 *
 * @param payload text, parameters and context of a message, after it ended
 * @param decisions the messages themselves with their reasons and keys, after they ended
 * @param inbox events that no route could take
 * @param dedupe by what events are recognised when they are delivered again
 * @param events what happened, for a subscriber that does not come
 */
public record Retention(
        @Nullable Duration payload,
        Decisions decisions,
        @Nullable Duration inbox,
        Duration dedupe,
        Duration events) {

    /** Payload 30 days, decisions 24 months (S-47); events 30 days, deliveries 8 days. */
    public static final Retention DEFAULT = new Retention(
            Duration.ofDays(30),
            Decisions.of(Duration.ofDays(730)),
            Duration.ofDays(30),
            Duration.ofDays(8),
            Duration.ofDays(30));

    /**
     * How long messages are kept, by how they ended.
     *
     * @param sent accepted by the platform, whatever it told later
     * @param denied the policy said no
     * @param expired it was too late
     * @param failed refused for good
     * @param unknown nobody knows whether they were sent
     */
    public record Decisions(
            @Nullable Duration sent,
            @Nullable Duration denied,
            @Nullable Duration expired,
            @Nullable Duration failed,
            @Nullable Duration unknown) {

        /** The shortest of them: what ended later is kept in any case. Empty when all are kept for good. */
        public Optional<Duration> shortest() {
            return Stream.of(
                            Optional.ofNullable(sent),
                            Optional.ofNullable(denied),
                            Optional.ofNullable(expired),
                            Optional.ofNullable(failed),
                            Optional.ofNullable(unknown))
                    .flatMap(Optional::stream)
                    .min(Duration::compareTo);
        }

        /** The same for every end. */
        public static Decisions of(@Nullable Duration all) {
            return new Decisions(all, all, all, all, all);
        }
    }
}
