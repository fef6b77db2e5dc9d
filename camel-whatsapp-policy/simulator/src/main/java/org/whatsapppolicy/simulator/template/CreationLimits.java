package org.whatsapppolicy.simulator.template;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.whatsapppolicy.simulator.account.Account;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;

/** How many templates may be created, and under which names. */
final class CreationLimits {

    private static final int MOST_AN_HOUR = 100;
    private static final int MOST_UNVERIFIED = 250;
    private static final int MOST_VERIFIED = 6000;
    private static final Duration NAME_BLOCKED = Duration.ofDays(30);

    private final Map<String, Deque<Instant>> creations = new ConcurrentHashMap<>();
    private final Map<String, Instant> blockedNames = new ConcurrentHashMap<>();

    void blockName(String name, Instant now) {
        blockedNames.put(name, now.plus(NAME_BLOCKED));
    }

    void checkName(String name, Instant now) {
        Instant end = blockedNames.get(name);
        if (end != null && now.isBefore(end)) {
            throw GraphErrors.refuseWithWords(
                    2388023,
                    "Message template language is being deleted",
                    "A template of this name was deleted. The name can be used again 30 days after that.");
        }
    }

    /** Counts one creation, or refuses it. */
    void count(Account account, int existing, Instant now) {
        if (existing >= (account.verified() ? MOST_VERIFIED : MOST_UNVERIFIED)) {
            throw new Refused(GraphErrors.of(2388019));
        }
        Deque<Instant> lately = creations.computeIfAbsent(account.id(), id -> new ArrayDeque<>());
        synchronized (lately) {
            Instant first = lately.peekFirst();
            while (first != null && !now.isBefore(first.plus(Duration.ofHours(1)))) {
                lately.removeFirst();
                first = lately.peekFirst();
            }
            if (lately.size() == MOST_AN_HOUR) {
                throw GraphErrors.refuse(2388019, "An account can create 100 message templates an hour.");
            }
            lately.addLast(now);
        }
    }
}
