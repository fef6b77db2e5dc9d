package org.whatsapppolicy.simulator.webhook;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.ledger.Ledger;
import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.StatusForm;

/**
 * The way out for webhooks: who is told, where, and how they fare on the way. Signed and sent asynchronously, and again
 * with growing gaps until the receiver answers 200 or seven days are over by the simulator's clock. Redirects are an
 * answer like any other that is not 200. Webhooks about one message go in order unless {@link #faults} or a failed try
 * change it.
 *
 * <p>Safe for use by several threads. Nothing here blocks but {@link #awaitQuiet} and {@link #verify}.
 */
public final class Webhooks {

    private final Routes routes = new Routes();
    private final Batches batches;
    private final Deliveries deliveries;
    private final Set<String> unheard = ConcurrentHashMap.newKeySet();
    private volatile StatusForm statusForm = StatusForm.USUAL;
    private volatile boolean closed;

    /**
     * For the simulator.
     *
     * @param bound how many webhooks may wait for receivers before further ones are lost
     */
    public Webhooks(Vertx vertx, SimulatorClock clock, Ledger ledger, int bound) {
        this.deliveries = new Deliveries(vertx, clock, ledger, bound);
        this.batches = new Batches(clock, deliveries::post);
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

    /** How statuses of messages are told from now on: in the usual form to begin with. */
    public Webhooks tellStatuses(StatusForm form) {
        statusForm = form;
        return this;
    }

    StatusForm statusForm() {
        return statusForm;
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
        deliveries.gate().close();
    }

    /** Lets what was held back go, in order. */
    public void resume() {
        deliveries.gate().open();
    }

    /** Whether everything is held back. */
    public boolean paused() {
        return deliveries.gate().closed();
    }

    /** What goes wrong on the way. */
    public DeliveryFaults faults() {
        return deliveries.faults();
    }

    /** Sends the last webhooks once more, oldest first; up to 1,000 are remembered. Returns how many. */
    public int redeliver(int last) {
        return deliveries.redeliver(last);
    }

    /** How long a receiver may take to answer, in real time; ten seconds to begin with. */
    public Webhooks answerWithin(Duration longest) {
        deliveries.answerWithin(longest);
        return this;
    }

    /** How many webhooks are not yet taken, given up or lost: held back, late, on the way or between two tries. */
    public int waiting() {
        return deliveries.waiting();
    }

    /** How many webhooks were lost because too many were waiting. */
    public long lost() {
        return deliveries.lost();
    }

    /**
     * Waits, in real time, until no webhook is on its way to a receiver. What waits for the clock or is held back does
     * not count.
     *
     * @throws AssertionError when some still are by then
     */
    public void awaitQuiet(Duration longest) {
        deliveries.awaitQuiet(longest);
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
        deliveries.close();
    }
}
