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
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.handover.Attempts;
import org.whatsapppolicy.camel.handover.Bell;
import org.whatsapppolicy.camel.json.Json;
import org.whatsapppolicy.policy.inbound.InboundEvent;
import org.whatsapppolicy.policy.inbound.WebhookReader;
import org.whatsapppolicy.policy.optout.Recognition;
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

    /** Of so many rounds one looks at the table at least: about as often as without anything to do. */
    private static final int LOOK = (int) REST.dividedBy(GATHER);

    private static final Attempts ATTEMPTS = Attempts.STANDARD;

    private final Inbox inbox;
    private final Function<InboundEvent, Recognition> words;
    private final Predicate<Recognised> route;
    private final SideBySide workers;
    private final WebhookReader reader = new WebhookReader();
    private final Bell bell = new Bell();
    private final AtomicInteger under = new AtomicInteger();
    private final Queue<Long> done = new ConcurrentLinkedQueue<>();

    /** Whether the table may hold events that came before those that come now. */
    private volatile boolean behind = true;

    /** Whether something may wait in the table: it was left or put back there, or stood behind what the route had. */
    private volatile boolean waits = true;

    /** Whether what comes took along what was done since this was last looked at. */
    private volatile boolean takenAlong;

    /**
     * Makes a reader; run it on a thread of its own.
     *
     * @param words tells what the person's words are taken for, for events that come from the table
     * @param route brings one event through and tells whether that went well; may block
     * @param workers runs the route
     */
    public InboxReader(
            Inbox inbox, Function<InboundEvent, Recognition> words, Predicate<Recognised> route, Executor workers) {
        this.inbox = inbox;
        this.words = words;
        this.route = route;
        this.workers = new SideBySide(workers);
    }

    /** There may be something in the table. */
    public void wake() {
        waits = true;
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
    boolean hand(List<Handed<Recognised>> events) {
        if (!bell.open()) {
            return false;
        }
        start(events);
        return true;
    }

    @Override
    public void run() {
        boolean away = false;
        int since = 0;
        while (bell.open()) {
            boolean more = false;
            boolean recorded = true;
            try {
                workers.again();
                recorded = record();
                if (behind || waits || since >= LOOK) {
                    since = 0;
                    more = claim();
                }
                away = false;
            } catch (RuntimeException | Error e) {
                if (!away) {
                    LOG.warn("Events cannot be fetched just now: {}", e.toString());
                }
                away = true;
            }
            if (!more) {
                // Others leave events there too, without a word.
                since = recorded && !bell.rest(REST) ? LOOK : since + 1;
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
        // What waits behind an event that the route still has comes to light when that is recorded.
        boolean settled = under.get() == 0 && done.isEmpty();
        waits = false;
        List<Queued> claimed = inbox.claim(room, LEASE);
        if (!settled || !claimed.isEmpty()) {
            waits = true;
        }
        start(claimed.stream().map(event -> new Handed<Recognised>(event, null)).toList());
        behind = claimed.size() == room;
        return behind;
    }

    private void start(List<Handed<Recognised>> events) {
        Map<Object, List<Handed<Recognised>>> byPerson = new LinkedHashMap<>();
        for (Handed<Recognised> event : events) {
            Long person = event.queued().person();
            byPerson.computeIfAbsent(person == null ? new Object() : person, p -> new ArrayList<>())
                    .add(event);
        }
        if (!byPerson.isEmpty()) {
            under.addAndGet(events.size());
            workers.run(byPerson.values().stream()
                    .<Runnable>map(one -> () -> through(one))
                    .toList());
        }
    }

    private void through(List<Handed<Recognised>> events) {
        try {
            for (int i = 0; i < events.size(); i++) {
                Handed<Recognised> event = events.get(i);
                if (!bell.open() || !taken(event)) {
                    putBack(events.subList(i, events.size()), event.queued());
                    return;
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("It could not be recorded which events the route took; it will get them again: {}", e.toString());
        } finally {
            under.addAndGet(-events.size());
            bell.ring();
        }
    }

    private boolean taken(Handed<Recognised> event) {
        List<Recognised> all = event.event() == null ? read(event.queued()) : List.of(event.event());
        boolean good = !all.isEmpty();
        for (Recognised one : all) {
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

    private List<Recognised> read(Queued event) {
        Map<String, Object> delivery = Json.object(event.payload());
        return delivery == null
                ? List.of()
                : reader.read(delivery).stream()
                        .map(one -> new Recognised(one, words.apply(one)))
                        .toList();
    }

    private void putBack(List<Handed<Recognised>> left, Queued failed) {
        List<Long> ids = left.stream().map(one -> one.queued().id()).toList();
        if (!bell.open()) {
            inbox.again(ids, Duration.ZERO);
            return;
        }
        waits = true;
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
