package org.whatsapppolicy.simulator.flow;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;

/**
 * The Flows that messages name, by id or by name as the message has it. All are well until said otherwise; whether there is
 * one of that name is not checked. Each change is told by webhook. Safe for use by several threads.
 */
public final class Flows {

    private static final int THROTTLED_PER_HOUR = 10;
    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

    private enum Health {
        PUBLISHED,
        THROTTLED,
        BLOCKED
    }

    /** Hears of a change of status, by the platform's names. */
    public interface Listener {

        /** A Flow went from one status to another. Must neither block nor throw. */
        void changed(String flow, String before, String after);
    }

    private static final class Standing {

        private Health health = Health.PUBLISHED;
        private final Deque<Long> sent = new ArrayDeque<>();
    }

    private final Map<String, Standing> standings = new ConcurrentHashMap<>();
    private final SimulatorClock clock;
    private final Listener listener;

    /** For the simulator. */
    public Flows(SimulatorClock clock, Listener listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /** Lets a Flow go 10 times an hour at most, as the platform does with an unhealthy one: one more is 132069. */
    public void throttle(String flow) {
        become(flow, Health.THROTTLED);
    }

    /** Lets a Flow not be sent at all: 132068. */
    public void block(String flow) {
        become(flow, Health.BLOCKED);
    }

    /** Makes a Flow well again. */
    public void recover(String flow) {
        become(flow, Health.PUBLISHED);
    }

    private void become(String flow, Health after) {
        Standing standing = standings.computeIfAbsent(flow, any -> new Standing());
        Health before;
        synchronized (standing) {
            before = standing.health;
            standing.health = after;
            standing.sent.clear();
        }
        if (before != after) {
            listener.changed(flow, before.name(), after.name());
        }
    }

    /**
     * Counts a message that opens the Flow.
     *
     * @throws Refused when it must not go out
     */
    public void send(String flow) {
        Standing standing = standings.get(flow);
        if (standing == null) {
            return;
        }
        synchronized (standing) {
            switch (standing.health) {
                case PUBLISHED -> {}
                case BLOCKED -> throw new Refused(GraphErrors.of(132068));
                case THROTTLED -> throttled(standing.sent, clock.millis());
            }
        }
    }

    private static void throttled(Deque<Long> sent, long now) {
        while (!sent.isEmpty() && now - sent.peekFirst() >= HOUR_MILLIS) {
            sent.removeFirst();
        }
        if (sent.size() == THROTTLED_PER_HOUR) {
            throw new Refused(GraphErrors.of(132069));
        }
        sent.addLast(now);
    }
}
