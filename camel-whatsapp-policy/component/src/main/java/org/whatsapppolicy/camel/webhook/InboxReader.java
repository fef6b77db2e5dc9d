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
import org.whatsapppolicy.store.GroupReceive;
import org.whatsapppolicy.store.GroupReceive.Handed;
import org.whatsapppolicy.store.Inbox;
import org.whatsapppolicy.store.Inbox.Queued;

/**
 * Hands events to a route: each until the route took it, those of one person one after the other, those of different people side
 * by side (M-8, S-46). Most it gets as they come; a loop fetches from the table what could not be handed over then, and what
 * failed before. Claims keep several nodes apart.
 */
public final class InboxReader implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(InboxReader.class);
    private static final int BATCH = 256;
    private static final Duration LEASE = GroupReceive.LEASE;
    private static final Duration REST = Duration.ofMillis(250);

    /** So long what the route took may wait to be recorded with what comes: the platform's answer waits for the same disk. */
    private static final Duration GATHER = Duration.ofMillis(20);

    private static final Attempts ATTEMPTS = Attempts.STANDARD;

    private final Inbox inbox;
    private final Predicate<InboundEvent> route;
    private final Executor workers;
    private final WebhookReader reader = new WebhookReader();
    private final Bell bell = new Bell();
    private final AtomicInteger under = new AtomicInteger();
    private final Queue<Long> done = new ConcurrentLinkedQueue<>();

    /** Whether the table may hold events that came before those that come now. */
    private volatile boolean behind = true;

    /** Whether what comes took along what was done since this was last looked at. */
    private volatile boolean takenAlong;

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

    /** See {@link GroupReceive.Route#room}. */
    int room() {
        int room = bell.open() && !behind ? BATCH - under.get() : 0;
        if (room <= 0) {
            behind = true;
            return 0;
        }
        return room;
    }

    /** See {@link GroupReceive.Route#had}. */
    List<Long> had() {
        takenAlong = true;
        return drained();
    }

    /** See {@link GroupReceive.Route#hadNotRecorded}. */
    void hadNotRecorded(List<Long> ids) {
        done.addAll(ids);
    }

    /** See {@link GroupReceive.Route#hand}. */
    boolean hand(List<Handed<InboundEvent>> events) {
        if (!bell.open()) {
            return false;
        }
        start(events);
        return true;
    }

    @Override
    public void run() {
        boolean away = false;
        while (bell.open()) {
            boolean more = false;
            boolean recorded = true;
            try {
                recorded = record();
                more = claim();
                away = false;
            } catch (RuntimeException | Error e) {
                if (!away) {
                    LOG.warn("Events cannot be fetched just now: {}", e.toString());
                }
                away = true;
            }
            if (!more) {
                if (recorded) {
                    bell.rest(REST);
                }
                bell.pause(GATHER);
            }
        }
        recordLast();
    }

    private void recordLast() {
        try {
            recordNow();
        } catch (RuntimeException e) {
            LOG.warn("It could not be recorded which events the route took; it will get them again: {}", e.toString());
        }
    }

    /** Writes down what the route took, unless what comes does so along the way; whether nothing is left. */
    private boolean record() {
        if (takenAlong) {
            takenAlong = false;
        } else {
            recordNow();
        }
        return done.isEmpty();
    }

    /** A process that dies before it may give the route the same again. */
    private void recordNow() {
        List<Long> ids = drained();
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

    private List<Long> drained() {
        List<Long> ids = new ArrayList<>();
        for (Long id = done.poll(); id != null; id = done.poll()) {
            ids.add(id);
        }
        return ids;
    }

    /** Claims what there is room for; whether there may be more. */
    private boolean claim() {
        int room = BATCH - under.get();
        if (room <= 0) {
            return false;
        }
        List<Queued> claimed = inbox.claim(room, LEASE);
        start(claimed.stream()
                .map(event -> new Handed<InboundEvent>(event, null))
                .toList());
        behind = claimed.size() == room;
        return behind;
    }

    private void start(List<Handed<InboundEvent>> events) {
        Map<Object, List<Handed<InboundEvent>>> byPerson = new LinkedHashMap<>();
        for (Handed<InboundEvent> event : events) {
            Long person = event.queued().person();
            byPerson.computeIfAbsent(person == null ? new Object() : person, p -> new ArrayList<>())
                    .add(event);
        }
        for (List<Handed<InboundEvent>> one : byPerson.values()) {
            under.addAndGet(one.size());
            workers.execute(() -> through(one));
        }
    }

    private void through(List<Handed<InboundEvent>> events) {
        try {
            for (int i = 0; i < events.size(); i++) {
                Handed<InboundEvent> event = events.get(i);
                if (!bell.open() || !taken(event)) {
                    putBack(events.subList(i, events.size()), event.queued());
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

    private boolean taken(Handed<InboundEvent> event) {
        List<InboundEvent> all = event.event() == null ? read(event.queued()) : List.of(event.event());
        boolean good = !all.isEmpty();
        for (InboundEvent one : all) {
            good &= route.test(one);
        }
        if (good) {
            done.add(event.queued().id());
            if (!bell.open()) {
                recordLast();
            }
        }
        return good;
    }

    private List<InboundEvent> read(Queued event) {
        Map<String, Object> delivery = Json.object(event.payload());
        return delivery == null ? List.of() : reader.read(delivery);
    }

    private void putBack(List<Handed<InboundEvent>> left, Queued failed) {
        List<Long> ids = left.stream().map(one -> one.queued().id()).toList();
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
