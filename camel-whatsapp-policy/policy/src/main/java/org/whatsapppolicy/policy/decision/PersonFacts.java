package org.whatsapppolicy.policy.decision;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.Consents;

/**
 * What the store knows of one person, loaded under the person's lock.
 *
 * @param zone from the record, or null
 * @param lastInbound the latest inbound message's own timestamp, or null when the person never wrote (S-3, S-24)
 * @param consents what is in force
 * @param questionedUntil until when an ambiguous answer holds proactive messages by default, which also tells when it came (S-18), or
 *     null
 * @param quarantinedSince consent from before that counts no more, because the phone may have a new owner (S-23); or null
 * @param own what the person set for themselves (S-15)
 * @param sent the messages that count, of at least the longest window of the policy, in any order
 * @param line the messages that were taken and have not ended, of ordered purposes at least, in any order
 */
public record PersonFacts(
        @Nullable ZoneId zone,
        @Nullable Instant lastInbound,
        Consents consents,
        @Nullable Instant questionedUntil,
        @Nullable Instant quarantinedSince,
        PersonSettings own,
        List<SentMessage> sent,
        List<Waiting> line) {

    /** Somebody nobody knows. */
    public static final PersonFacts UNKNOWN =
            new PersonFacts(null, null, Consents.NONE, null, null, PersonSettings.NONE, List.of());

    /** With nothing in a line. */
    public PersonFacts(
            @Nullable ZoneId zone,
            @Nullable Instant lastInbound,
            Consents consents,
            @Nullable Instant questionedUntil,
            @Nullable Instant quarantinedSince,
            PersonSettings own,
            List<SentMessage> sent) {
        this(zone, lastInbound, consents, questionedUntil, quarantinedSince, own, sent, List.of());
    }

    /** The same with other messages in the line. */
    public PersonFacts line(List<Waiting> other) {
        return new PersonFacts(
                zone, lastInbound, consents, questionedUntil, quarantinedSince, own, sent, List.copyOf(other));
    }
}
