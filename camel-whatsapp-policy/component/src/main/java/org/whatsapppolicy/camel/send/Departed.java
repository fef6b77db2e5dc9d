package org.whatsapppolicy.camel.send;

import java.util.HashMap;
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

    /** These limits, and none at all for senders of which some are under way. */
    Map<String, Integer> others(Map<String, Integer> limits) {
        Map<String, Integer> others = new HashMap<>(limits);
        Set<String> underWay = ofSender.keySet();
        underWay.forEach(sender -> others.put(sender, 0));
        return others;
    }
}
