package org.whatsapppolicy.simulator.message.type;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Media that clients keep on their own servers and name by link. The simulator fetches nothing: every link is good but
 * those told here. Safe for use by several threads.
 */
public final class LinkedMedia {

    private final Set<String> broken = ConcurrentHashMap.newKeySet();

    /** Messages with this link fail after acceptance with 131053 from now on. */
    public LinkedMedia breaks(String link) {
        broken.add(link);
        return this;
    }

    /** The link is good again. */
    public LinkedMedia mends(String link) {
        broken.remove(link);
        return this;
    }

    boolean good(String link) {
        return broken.isEmpty() || !broken.contains(link);
    }
}
