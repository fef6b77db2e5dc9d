package org.whatsapppolicy.policy.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.whatsapppolicy.policy.address.PhoneNumber;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;

/**
 * What follows from a sighting: whose records become one, and which addresses leave them (S-22, S-23). A person has at most one
 * phone number, one user id of each portfolio and one parent user id: who is seen with another one is quarantined, because the
 * phone may have a new owner, and the old one leaves them.
 *
 * @param persons whose records become one, ascending; empty when nobody knew any of the addresses
 * @param fresh addresses nobody knew
 * @param leaving addresses that are no longer theirs, by whose they were
 * @param quarantine whether consent from before the sighting no longer counts
 */
public record Joining(
        SortedSet<Long> persons, List<Recipient> fresh, SortedMap<Long, List<Recipient>> leaving, boolean quarantine) {

    /**
     * Judges a sighting.
     *
     * @param known every address of every person who has one of those that the sighting names
     * @return empty when it tells nothing new, or tells of a time before what is known
     */
    public static Optional<Joining> of(Sighting sighting, Collection<Held> known) {
        Set<String> seen = keys(sighting.addresses());
        Set<Long> left = left(sighting, known);
        SortedSet<Long> persons = new TreeSet<>(left);
        Set<String> there = new HashSet<>();
        for (Held one : known) {
            if (seen.contains(one.key())) {
                persons.add(one.person());
                there.add(one.key());
            }
        }
        boolean moved = !sighting.left().isEmpty();
        if (!moved && persons.size() == 1 && there.size() == seen.size()) {
            return Optional.empty();
        }
        SortedMap<Long, List<Recipient>> leaving = new TreeMap<>();
        for (Held one : known) {
            boolean gone = left.contains(one.person()) || displaced(one, sighting);
            if (persons.contains(one.person()) && !seen.contains(one.key()) && gone) {
                if (one.seen() != null && one.seen().isAfter(sighting.at())) {
                    return Optional.empty();
                }
                leaving.computeIfAbsent(one.person(), id -> new ArrayList<>()).add(one.address());
            }
        }
        List<Recipient> fresh = sighting.addresses().stream()
                .filter(address -> !there.contains(key(address)))
                .toList();
        boolean same = persons.size() <= 1 && leaving.isEmpty() && fresh.isEmpty();
        return same ? Optional.empty() : Optional.of(new Joining(persons, fresh, leaving, moved || !leaving.isEmpty()));
    }

    /**
     * Whether the platform told that somebody has other addresses, and nobody else was known by those: what is known is still about
     * the one it was about.
     */
    public boolean movesOneOnly(Sighting sighting) {
        Set<String> left = keys(sighting.left());
        return persons.size() == 1
                && leaving.getOrDefault(persons.first(), List.of()).stream()
                        .anyMatch(address -> left.contains(key(address)));
    }

    /** Who left: the user id tells it best, since the phone number may have passed on already. */
    private static Set<Long> left(Sighting sighting, Collection<Held> known) {
        Set<String> keys = keys(sighting.left());
        Set<Long> byId = new HashSet<>();
        Set<Long> byPhone = new HashSet<>();
        for (Held one : known) {
            if (keys.contains(one.key())) {
                (one.address() instanceof UserId ? byId : byPhone).add(one.person());
            }
        }
        return byId.isEmpty() ? byPhone : byId;
    }

    /** Whether one of the addresses that were seen takes the place of a known one. */
    private static boolean displaced(Held known, Sighting sighting) {
        for (Recipient seen : sighting.addresses()) {
            boolean other = !key(seen).equals(known.key());
            if (other && seen instanceof PhoneNumber && known.address() instanceof PhoneNumber) {
                return true;
            }
            if (other && seen instanceof UserId id && known.address() instanceof UserId before) {
                boolean samePortfolio = known.portfolio().isEmpty()
                        || sighting.portfolio().isEmpty()
                        || known.portfolio().equals(sighting.portfolio());
                if (id.parent() == before.parent() && (id.parent() || samePortfolio)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Set<String> keys(Collection<Recipient> addresses) {
        Set<String> keys = new HashSet<>();
        addresses.forEach(address -> keys.add(key(address)));
        return keys;
    }

    static String key(Recipient address) {
        return address instanceof PhoneNumber phone ? phone.key() : ((UserId) address).value();
    }
}
