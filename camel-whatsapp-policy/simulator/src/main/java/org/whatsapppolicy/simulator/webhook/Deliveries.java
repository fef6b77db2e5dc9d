package org.whatsapppolicy.simulator.webhook;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.ledger.Ledger;
import org.whatsapppolicy.simulator.ledger.WebhookAttempt;
import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.Payload;

/**
 * How webhooks fare on their way to receivers: tried, lost, late, repeated, held back, tried again, given up, and written
 * into the ledger. Safe for use by several threads; nothing blocks but {@link #awaitQuiet}.
 */
final class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);

    /** The platform's own bound on one POST. */
    private static final int LARGEST_BODY = 3 * 1024 * 1024;

    private final SimulatorClock clock;
    private final Ledger ledger;
    private final int bound;
    private final Courier courier;
    private final DeliveryFaults faults = new DeliveryFaults();
    private final Queue<Parcel> overtaken = new ConcurrentLinkedQueue<>();
    private final Latest latest = new Latest();
    private final Gate gate = new Gate(this::carry);
    private final Underway underway = new Underway();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong lost = new AtomicLong();
    private volatile Duration patience = Duration.ofSeconds(10);
    private volatile boolean closed;

    Deliveries(Vertx vertx, SimulatorClock clock, Ledger ledger, int bound) {
        this.clock = clock;
        this.ledger = ledger;
        this.bound = bound;
        this.courier = new Courier(vertx, () -> patience, this::ended);
    }

    DeliveryFaults faults() {
        return faults;
    }

    Gate gate() {
        return gate;
    }

    void answerWithin(Duration longest) {
        patience = longest;
    }

    int waiting() {
        return waiting.get();
    }

    long lost() {
        return lost.get();
    }

    void awaitQuiet(Duration longest) {
        underway.awaitNone(longest);
    }

    /** Begins no further try. */
    void close() {
        closed = true;
    }

    int redeliver(int last) {
        List<Parcel> again = latest.last(last);
        for (Parcel parcel : again) {
            if (admit()) {
                gate.pass(parcel.afresh("redelivered", clock.millis()));
            }
        }
        return again.size();
    }

    private boolean admit() {
        if (waiting.incrementAndGet() <= bound) {
            return true;
        }
        waiting.decrementAndGet();
        if (lost.getAndIncrement() == 0) {
            LOG.warn("More than {} webhooks are waiting for the receiver; further ones are lost", bound);
        }
        return false;
    }

    /** Sends these events to one receiver, or lets happen to them what the faults say. */
    void post(Route route, List<Event> events) {
        if (!admit()) {
            return;
        }
        long now = clock.millis();
        byte[] body = Payload.of(events, now / 1000);
        if (body.length > LARGEST_BODY && events.size() > 1) {
            waiting.decrementAndGet();
            int half = events.size() / 2;
            post(route, events.subList(0, half));
            post(route, events.subList(half, events.size()));
            return;
        }
        Parcel parcel = Parcel.of(route, events, body, now);
        latest.add(parcel);
        DeliveryFaults.Fate fate = faults.fateOf(body);
        if (fate.overtaken()) {
            overtaken.add(parcel.with("reordered"));
            return;
        }
        if (fate.name() == null) {
            gate.pass(parcel);
        } else {
            post(parcel.with(fate.name()), fate);
        }
        for (Parcel slow = overtaken.poll(); slow != null; slow = overtaken.poll()) {
            gate.pass(slow);
        }
    }

    private void post(Parcel parcel, DeliveryFaults.Fate fate) {
        if (fate.lost()) {
            waiting.decrementAndGet();
            record(parcel, 0, 0);
            return;
        }
        if (fate.delay().isZero()) {
            gate.pass(parcel);
        } else {
            clock.schedule(fate.delay(), () -> gate.pass(parcel));
        }
        for (int i = 0; i < fate.copies() && admit(); i++) {
            gate.pass(parcel);
        }
    }

    private void carry(Parcel parcel) {
        if (!closed) {
            underway.begin();
            courier.carry(parcel.begun(clock.millis()));
        }
    }

    private void ended(Parcel parcel, int status) {
        boolean over = status == 200 || !again(parcel);
        // Only now: who sees in the ledger that a try failed may move the clock and rely on the next one.
        record(parcel, parcel.attempt(), status);
        if (over) {
            waiting.decrementAndGet();
        }
        underway.end();
    }

    /** Sees to the next try; at once when the clock was moved past its time while this one was on its way. */
    private boolean again(Parcel parcel) {
        long due = parcel.begunMillis() + RetryGaps.after(parcel.attempt()).toMillis();
        if (RetryGaps.over(due - parcel.firstMillis())) {
            return false;
        }
        Parcel next = parcel.nextAttempt();
        clock.schedule(Duration.ofMillis(due - clock.millis()), () -> gate.pass(next));
        return true;
    }

    private void record(Parcel parcel, int attempt, int status) {
        List<Event> events = parcel.events();
        List<WebhookAttempt> attempts = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            // The text of a batch stands with its first event only.
            String body = i == 0 && ledger.keepsBodies() ? parcel.bodyText() : "";
            attempts.add(new WebhookAttempt(
                    Instant.ofEpochMilli(parcel.begunMillis()),
                    clock.now(),
                    event.field(),
                    event.kind(),
                    event.id(),
                    attempt,
                    status,
                    body,
                    parcel.fault(),
                    events.size()));
        }
        attempts.forEach(ledger::record);
    }
}
