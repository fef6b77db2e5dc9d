package org.whatsapppolicy.camel.send;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many of each sender have departed and not ended. Thread-safe. */
final class Departed {

    private final AtomicInteger all = new AtomicInteger();
    private final Map<String, Integer> ofSender = new ConcurrentHashMap<>();

    void begun(String sender) {
        all.incrementAndGet();
        ofSender.merge(sender, 1, Integer::sum);
    }

    void ended(String sender) {
        all.decrementAndGet();
        ofSender.computeIfPresent(sender, (same, many) -> many == 1 ? null : many - 1);
    }

    int all() {
        return all.get();
    }

    /** Names of those of whom some are under way. */
    Set<String> senders() {
        return ofSender.keySet();
    }
}
