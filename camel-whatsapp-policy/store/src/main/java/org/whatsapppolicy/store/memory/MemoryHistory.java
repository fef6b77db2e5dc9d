package org.whatsapppolicy.store.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.whatsapppolicy.store.PersonalData.PastAct;

/** What became known of whom, in its order. */
final class MemoryHistory {

    private final Map<Long, SortedMap<Long, PastAct>> of = new HashMap<>();
    private long last;

    void add(long person, PastAct happening) {
        of.computeIfAbsent(person, id -> new TreeMap<>()).put(++last, happening);
    }

    List<PastAct> of(long person) {
        return List.copyOf(of.getOrDefault(person, new TreeMap<>()).values());
    }

    /** Some people are others from now on. */
    void move(Map<Long, Long> people) {
        people.forEach((from, to) -> {
            SortedMap<Long, PastAct> moved = of.remove(from);
            if (moved != null) {
                of.computeIfAbsent(to, id -> new TreeMap<>()).putAll(moved);
            }
        });
    }

    void remove(long person) {
        of.remove(person);
    }
}
