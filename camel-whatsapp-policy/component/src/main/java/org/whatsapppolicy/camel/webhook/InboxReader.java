package org.whatsapppolicy.camel.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.handover.Attempts;
import org.whatsapppolicy.camel.handover.Bell;
import org.whatsapppolicy.camel.json.Json;
import org.whatsapppolicy.policy.inbound.InboundEvent;
import org.whatsapppolicy.policy.inbound.WebhookReader;
import org.whatsapppolicy.store.Inbox;
import org.whatsapppolicy.store.Inbox.Queued;

/**
 * Hands events to a route: each until the route took it, those of one person one after the other, those of different people side
 * by side (M-8, S-46). One loop a node; claims keep several nodes apart.
 */
public final class InboxReader implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(InboxReader.class);
    private static final int BATCH = 256;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration REST = Duration.ofMillis(250);

    /** What comes and what was taken meanwhile is one transaction and not many: the platform's answer waits for the same disk. */
    private static final Duration GATHER = Duration.ofMillis(10);

    private static final Attempts ATTEMPTS = Attempts.STANDARD;

    private final Inbox inbox;
    private final Predicate<InboundEvent> route;
    private final Executor workers;
    private final WebhookReader reader = new WebhookReader();
    private final Bell bell = new Bell();
    private final AtomicInteger under = new AtomicInteger();
    private final Queue<Long> done = new ConcurrentLinkedQueue<>();

    /**
     * Makes a reader; run it on a thread of its own.
     *
     * @param route brings one event through and tells whether that went well; may block
     * @param workers runs the route
     */
    public InboxReader(Inbox inbox, Predicate<InboundEvent> route, Executor workers) {
        this.inbox = inbox;
        this.route = route;
        this.workers = workers;
    }

    /** There may be something. */
    public void wake() {
        bell.ring();
    }

    /** Takes no further events. What the route has at the moment goes on. */
    public void stop() {
        bell.end();
    }

    /** How many events the route has at the moment. */
    public int inFlight() {
        return under.get();
    }

    @Override
    public void run() {
        boolean away = false;
        while (bell.open()) {
            boolean more = false;
            try {
                record();
                more = hand();
                away = false;
            } catch (RuntimeException e) {
                if (!away) {
                    LOG.warn("Events cannot be fetched just now: {}", e.toString());
                }
                away = true;
            }
            if (!more) {
                bell.rest(REST);
                bell.pause(GATHER);
            }
        }
        recordLast();
    }

    private void recordLast() {
        try {
            record();
        } catch (RuntimeException e) {
            LOG.warn("It could not be recorded which events the route took; it will get them again: {}", e.toString());
        }
    }

    /** Writes down what the route took. A process that dies before it may give the route the same again. */
    private void record() {
        List<Long> ids = new ArrayList<>();
        for (Long id = done.poll(); id != null; id = done.poll()) {
            ids.add(id);
        }
        if (ids.isEmpty()) {
            return;
        }
        try {
            inbox.taken(ids);
        } catch (RuntimeException e) {
            done.addAll(ids);
            throw e;
        }
    }

    /** Claims what there is room for; whether there may be more. */
    private boolean hand() {
        int room = BATCH - under.get();
        if (room <= 0) {
            return false;
        }
        List<Queued> claimed = inbox.claim(room, LEASE);
        Map<Object, List<Queued>> byPerson = new LinkedHashMap<>();
        for (Queued event : claimed) {
            Object whose = event.person() == null ? new Object() : event.person();
            byPerson.computeIfAbsent(whose, p -> new ArrayList<>()).add(event);
        }
        for (List<Queued> events : byPerson.values()) {
            under.addAndGet(events.size());
            workers.execute(() -> through(events));
        }
        return claimed.size() == room;
    }

    private void through(List<Queued> events) {
        try {
            for (int i = 0; i < events.size(); i++) {
                Queued event = events.get(i);
                if (!bell.open() || !taken(event)) {
                    putBack(events.subList(i, events.size()), event);
                    return;
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("It could not be recorded which events the route took; it will get them again: {}", e.toString());
        } finally {
            under.addAndGet(-events.size());
            wake();
        }
    }

    private boolean taken(Queued event) {
        Map<String, Object> delivery = Json.object(event.payload());
        boolean good = delivery != null;
        if (delivery != null) {
            for (InboundEvent one : reader.read(delivery)) {
                good &= route.test(one);
            }
        }
        if (good) {
            done.add(event.id());
            if (!bell.open()) {
                recordLast();
            }
        }
        return good;
    }

    private void putBack(List<Queued> left, Queued failed) {
        List<Long> ids = left.stream().map(Queued::id).toList();
        if (!bell.open()) {
            inbox.again(ids, Duration.ZERO);
            return;
        }
        int failures = failed.attempts() + 1;
        Duration wait = ATTEMPTS.pause(failures);
        if (ATTEMPTS.spent(failures)) {
            LOG.error(
                    "Event {} was given to the route {} times in vain and is left in the inbox as dead",
                    failed.id(),
                    failures);
            inbox.dead(failed.id());
            ids = ids.subList(1, ids.size());
            wait = Duration.ZERO;
        }
        if (!ids.isEmpty()) {
            inbox.again(ids, wait);
        }
    }
}
