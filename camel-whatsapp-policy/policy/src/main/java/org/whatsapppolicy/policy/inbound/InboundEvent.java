package org.whatsapppolicy.policy.inbound;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.identity.Sighting;

/**
 * One thing that the platform told. A delivery holds up to a thousand of them.
 *
 * @param kind what it is about
 * @param key the same for every delivery of the same thing, so that repetitions are recognised
 * @param field the platform's name of the subscription it came by
 * @param phoneNumberId the business number it concerns, or null
 * @param addresses every address by which it names the one person it concerns, each once, a phone number first; empty when it
 *     names none
 * @param at when it happened by the platform's own account, or null when that is not told
 * @param told what it says, in typed values, or null when that could not be read
 * @param raw as it came, without what stood around it
 * @param delivery as if it had been delivered alone: with account, number and contacts
 */
public record InboundEvent(
        EventKind kind,
        String key,
        String field,
        @Nullable String phoneNumberId,
        List<Recipient> addresses,
        @Nullable Instant at,
        @Nullable Told told,
        Map<String, Object> raw,
        Map<String, Object> delivery) {

    public InboundEvent {
        addresses = addresses.stream().distinct().toList();
    }

    /** Whom it concerns, by the first of the addresses, or null. */
    public @Nullable Recipient person() {
        return addresses.isEmpty() ? null : addresses.get(0);
    }

    /**
     * Since when it opens the person's service window, by the platform's own account, or null when it opens none (S-24): a
     * message does, a call that they took or that was taken does, an echo of the business's own app does not.
     */
    public @Nullable Instant opensWindow() {
        if (told instanceof Told.Written written) {
            return written.opensWindow() ? at : null;
        }
        return told instanceof Noticed.Called called ? called.accepted() : null;
    }

    /**
     * By which addresses it names the person, or null when it names fewer than two and tells of no change (S-22).
     *
     * @param portfolio name of the business portfolio of the number it concerns, or an empty text when that is not known
     * @param now the store's clock, for events that do not tell their own time
     */
    public @Nullable Sighting sighting(String portfolio, Instant now) {
        List<Recipient> left = told instanceof Told.Left changed ? changed.addresses() : List.of();
        if (addresses.size() < 2 && left.isEmpty()) {
            return null;
        }
        return new Sighting(addresses, left, portfolio, at == null ? now : at);
    }

    /** Says nothing of what was written, nor by whom. */
    @Override
    public String toString() {
        return "InboundEvent[" + kind + " " + field + "]";
    }
}
