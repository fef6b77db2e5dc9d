package org.whatsapppolicy.simulator.people;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which numbers of the business know the phone number of a person with a username: those that exchanged a message by it
 * in the last 30 days, and all of them once it stands in the contact book. Safe for use by several threads.
 */
final class PhoneVisibility {

    private static final long KNOWN_MILLIS = Duration.ofDays(30).toMillis();

    private final ConcurrentHashMap<String, Long> met = new ConcurrentHashMap<>(1);
    private volatile boolean inContactBook;

    void met(String phoneNumberId, long nowMillis) {
        met.put(phoneNumberId, nowMillis);
        inContactBook = true;
    }

    void leavesContactBook() {
        inContactBook = false;
    }

    boolean knows(String phoneNumberId, long nowMillis, boolean contactBookKept) {
        if (contactBookKept && inContactBook) {
            return true;
        }
        Long last = met.get(phoneNumberId);
        return last != null && nowMillis - last < KNOWN_MILLIS;
    }
}
