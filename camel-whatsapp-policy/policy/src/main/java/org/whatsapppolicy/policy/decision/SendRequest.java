package org.whatsapppolicy.policy.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.message.MessageContent;

/**
 * The wish to send one message to one person.
 *
 * @param id our id of the message, time-ordered; a repeat with the same id is the same message
 * @param idempotencyKey the route's own key, or null (S-37)
 * @param recipient who it is for
 * @param purpose name of the purpose, as given
 * @param sender name of the sender, or null: the purpose's
 * @param content what is sent
 * @param priority higher goes first when throughput is short; 0 by default
 * @param taken when the route handed it over; null when that is now. {@code expireAfter} counts from here (S-5)
 * @param expires when it is no longer worth sending, or null: as the purpose says
 * @param context kept with the message and given back in its events, or null
 * @param outside consent as an outside system told it (M-10), or null when none was asked
 * @param attempt 0 for a message that is new; of a held message that is due, the attempt it was claimed with
 * @param given what the content was made of, or null when all of the content was given
 */
public record SendRequest(
        UUID id,
        @Nullable String idempotencyKey,
        Recipient recipient,
        String purpose,
        @Nullable String sender,
        MessageContent content,
        int priority,
        @Nullable Instant taken,
        @Nullable Instant expires,
        @Nullable String context,
        @Nullable OutsideConsent outside,
        int attempt,
        @Nullable Given given) {

    /** One whose content is all that was given. */
    public SendRequest(
            UUID id,
            @Nullable String idempotencyKey,
            Recipient recipient,
            String purpose,
            @Nullable String sender,
            MessageContent content,
            int priority,
            @Nullable Instant taken,
            @Nullable Instant expires,
            @Nullable String context,
            @Nullable OutsideConsent outside,
            int attempt) {
        this(
                id,
                idempotencyKey,
                recipient,
                purpose,
                sender,
                content,
                priority,
                taken,
                expires,
                context,
                outside,
                attempt,
                null);
    }

    /**
     * When it is no longer worth sending (S-5), or null for never.
     *
     * @param after how long after it was taken where it says nothing, or null for never
     * @param now when it is taken, where it was not before
     */
    public @Nullable Instant expiry(@Nullable Duration after, Instant now) {
        if (expires != null || after == null) {
            return expires;
        }
        return (taken == null ? now : taken).plus(after);
    }

    @Override
    public String toString() {
        return "SendRequest[" + id + " " + purpose + " " + recipient.masked() + "]";
    }
}
