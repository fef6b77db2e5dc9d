package org.whatsapppolicy.simulator.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.webhook.event.Event;

/** Gathers events so that several go in one POST. Off to begin with. Safe for use by several threads. */
final class Batches {

    /** The platform's own bound on updates in one POST. */
    static final int MOST = 1_000;

    private final SimulatorClock clock;
    private final BiConsumer<Route, List<Event>> full;
    private final Map<Route, List<Event>> open = new LinkedHashMap<>();
    private volatile int size = 1;
    private volatile Duration within = Duration.ZERO;

    Batches(SimulatorClock clock, BiConsumer<Route, List<Event>> full) {
        this.clock = clock;
        this.full = full;
    }

    void size(int most, Duration longest) {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("a batch has 1 to " + MOST + " events, found " + most);
        }
        size = most;
        within = longest;
        flush();
    }

    void add(Route route, Event event) {
        int most = size;
        if (most == 1) {
            full.accept(route, List.of(event));
            return;
        }
        List<Event> ready = null;
        boolean first;
        synchronized (open) {
            List<Event> batch = open.computeIfAbsent(route, any -> new ArrayList<>());
            first = batch.isEmpty();
            batch.add(event);
            if (batch.size() >= most) {
                open.remove(route);
                ready = batch;
            }
        }
        if (ready != null) {
            full.accept(route, ready);
        } else if (first) {
            clock.schedule(within, () -> flush(route));
        }
    }

    /** Lets an incomplete batch go. One begun anew meanwhile goes early, which a batch may. */
    private void flush(Route route) {
        List<Event> ready;
        synchronized (open) {
            ready = open.remove(route);
        }
        if (ready != null) {
            full.accept(route, ready);
        }
    }

    void flush() {
        List<Route> routes;
        synchronized (open) {
            routes = List.copyOf(open.keySet());
        }
        routes.forEach(this::flush);
    }
}
