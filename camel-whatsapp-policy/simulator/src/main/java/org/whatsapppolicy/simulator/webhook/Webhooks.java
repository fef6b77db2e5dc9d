package org.whatsapppolicy.simulator.webhook;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.ledger.Ledger;
import org.whatsapppolicy.simulator.ledger.WebhookAttempt;
import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.Payload;

/**
 * The way out for webhooks: who is told, where, and how they fare on the way. Signed and sent asynchronously, and again
 * with growing gaps until the receiver answers 200 or seven days are over by the simulator's clock. Redirects are an
 * answer like any other that is not 200. Webhooks about one message go in order unless {@link #faults} or a failed try
 * change it.
 *
 * <p>Safe for use by several threads. Nothing here blocks but {@link #awaitQuiet} and {@link #verify}.
 */
public final class Webhooks {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);

    private final SimulatorClock clock;
    private final Ledger ledger;
    private final int bound;
    private final Routes routes = new Routes();
    private final Batches batches;
    private final Courier courier;
    private final DeliveryFaults faults = new DeliveryFaults();
    private final Queue<Parcel> overtaken = new ConcurrentLinkedQueue<>();
    private final Latest latest = new Latest();
    private final Gate gate;
    private final Underway underway = new Underway();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong lost = new AtomicLong();
    private volatile Duration patience = Duration.ofSeconds(10);
    private final Set<String> unheard = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * For the simulator.
     *
     * @param bound how many webhooks may wait for receivers before further ones are lost
     */
    public Webhooks(Vertx vertx, SimulatorClock clock, Ledger ledger, int bound) {
        this.clock = clock;
        this.ledger = ledger;
        this.bound = bound;
        this.batches = new Batches(clock, this::post);
        this.courier = new Courier(vertx, () -> patience, this::ended);
        this.gate = new Gate(this::carry);
    }

    /** Adds an app that is told of all events from now on. */
    public Subscriber subscribe(URI url, String appSecret) {
        return subscribe(Subscriber.toAll(url, appSecret));
    }

    /** Adds an app that is told of events from now on. */
    public Subscriber subscribe(Subscriber subscriber) {
        routes.add(subscriber);
        return subscriber;
    }

    /** Tells that app nothing new. */
    public void unsubscribe(Subscriber subscriber) {
        routes.remove(subscriber);
    }

    /** The apps that are told. */
    public List<Subscriber> subscribers() {
        return routes.subscribers();
    }

    /**
     * Gives a number a URL of its own for messages, calls and the like, which beats those of account and app.
     *
     * @param url null for none
     */
    public Webhooks overrideForNumber(String phoneNumberId, @Nullable URI url) {
        routes.ofNumber(phoneNumberId, url);
        return this;
    }

    /** The same for all numbers of an account that have none of their own. */
    public Webhooks overrideForAccount(String accountId, @Nullable URI url) {
        routes.ofAccount(accountId, url);
        return this;
    }

    /** Whether events of an account are told at all, as {@code subscribed_apps} decides. They are to begin with. */
    public Webhooks hear(String accountId, boolean now) {
        if (now) {
            unheard.remove(accountId);
        } else {
            unheard.add(accountId);
        }
        return this;
    }

    /** Whether anybody is told, so that it is worth making an event. */
    public boolean enabled() {
        return !routes.none() && !closed;
    }

    /** Tells everybody who subscribed to the event's field. Returns at once. */
    public void tell(Event event) {
        if (closed || (!unheard.isEmpty() && unheard.contains(event.accountId()))) {
            return;
        }
        for (Route route : routes.of(event)) {
            batches.add(route, event);
        }
    }

    /**
     * Gathers up to {@code most} events, 1,000 at the utmost, before they go in one POST, or those that came within the
     * duration. A size of 1, as to begin with, sends each on its own.
     */
    public Webhooks batch(int most, Duration within) {
        batches.size(most, within);
        return this;
    }

    /** Holds everything back, retries included, until {@link #resume}. What is held counts as waiting. */
    public void pause() {
        gate.close();
    }

    /** Lets what was held back go, in order. */
    public void resume() {
        gate.open();
    }

    /** Whether everything is held back. */
    public boolean paused() {
        return gate.closed();
    }

    /** What goes wrong on the way. */
    public DeliveryFaults faults() {
        return faults;
    }

    /** Sends the last webhooks once more, oldest first; up to 1,000 are remembered. Returns how many. */
    public int redeliver(int last) {
        List<Parcel> again = latest.last(last);
        for (Parcel parcel : again) {
            if (admit()) {
                gate.pass(parcel.afresh("redelivered", clock.millis()));
            }
        }
        return again.size();
    }

    /** How long a receiver may take to answer, in real time; ten seconds to begin with. */
    public Webhooks answerWithin(Duration longest) {
        patience = longest;
        return this;
    }

    /** How many webhooks are not yet taken, given up or lost: held back, late, on the way or between two tries. */
    public int waiting() {
        return waiting.get();
    }

    /** How many webhooks were lost because too many were waiting. */
    public long lost() {
        return lost.get();
    }

    /**
     * Waits, in real time, until no webhook is on its way to a receiver. What waits for the clock or is held back does
     * not count.
     *
     * @throws AssertionError when some still are by then
     */
    public void awaitQuiet(Duration longest) {
        underway.awaitNone(longest);
    }

    /**
     * Asks every receiver to prove itself, as the platform does on subscription. Blocks, ten seconds for each at most.
     *
     * @return whether all of them answered 200 with the challenge and nothing else
     * @throws IllegalStateException when there is none
     */
    public boolean verify(String verifyToken) {
        if (routes.none()) {
            throw new IllegalStateException("no webhook was configured");
        }
        return subscribers().stream().allMatch(app -> new Verification(app.url()).passes(verifyToken));
    }

    /** Begins no further try; what waits is dropped. */
    public void close() {
        closed = true;
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

    private void post(Route route, List<Event> events) {
        if (!admit()) {
            return;
        }
        long now = clock.millis();
        byte[] body = Payload.of(events, now / 1000);
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
