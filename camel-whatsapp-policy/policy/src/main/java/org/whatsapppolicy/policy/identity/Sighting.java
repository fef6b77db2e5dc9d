package org.whatsapppolicy.policy.identity;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.whatsapppolicy.policy.address.Recipient;

/**
 * Addresses by which one event of the platform names one person.
 *
 * @param addresses those they have: at most one phone number, one user id and one parent user id
 * @param left those they had before, when the platform tells that they changed; else empty
 * @param portfolio name of the business portfolio that the user id belongs to (the platform gives a person one for each), or
 *     an empty text when it is not known, which counts as every portfolio
 * @param at when it happened, by the platform's account: an older sighting does not undo a newer one
 */
public record Sighting(List<Recipient> addresses, List<Recipient> left, String portfolio, Instant at) {

    public Sighting {
        // The platform may write the user id where a phone number used to stand, so that it stands there twice.
        addresses = addresses.stream().distinct().toList();
        left = left.stream().distinct().toList();
    }

    /** Addresses that were named, kept or left. */
    public List<Recipient> named() {
        return Stream.concat(addresses.stream(), left.stream()).toList();
    }

    /** The same, not later than that. */
    public Sighting notAfter(Instant now) {
        return at.isAfter(now) ? new Sighting(addresses, left, portfolio, now) : this;
    }

    /** Says nothing of who it was. */
    @Override
    public String toString() {
        return "Sighting[" + addresses.size() + " addresses, " + left.size() + " left]";
    }
}
