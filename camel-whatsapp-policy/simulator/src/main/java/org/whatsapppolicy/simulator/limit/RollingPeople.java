package org.whatsapppolicy.simulator.limit;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/** Who was written to within a moving span of time: each person once, until the span after the last time is over. */
final class RollingPeople {

    private record End(long at, String person) implements Comparable<End> {

        @Override
        public int compareTo(End other) {
            return Long.compare(at, other.at);
        }
    }

    private final Map<String, Long> ends = new HashMap<>();
    private final PriorityQueue<End> queue = new PriorityQueue<>();
    private final long spanMicros;

    RollingPeople(long spanMicros) {
        this.spanMicros = spanMicros;
    }

    int size(long micros) {
        while (!queue.isEmpty() && queue.peek().at() <= micros) {
            End over = queue.poll();
            // A person added again has a later end, and stands in the queue twice.
            ends.remove(over.person(), over.at());
        }
        return ends.size();
    }

    boolean contains(String person, long micros) {
        Long end = ends.get(person);
        return end != null && end > micros;
    }

    void add(String person, long micros) {
        long end = micros + spanMicros;
        Long old = ends.put(person, end);
        if (old == null || old != end) {
            queue.add(new End(end, person));
        }
    }

    void remove(String person) {
        ends.remove(person);
    }
}
