package org.whatsapppolicy.simulator.webhook;

import io.vertx.core.Vertx;
import java.net.URI;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.ledger.Ledger;

/** The way out for webhooks. */
public sealed interface Delivery permits Webhooks, NoWebhooks {

    /** Nobody listens: nothing is built, nothing is sent. */
    static Delivery none() {
        return new NoWebhooks();
    }

    /**
     * To a receiver.
     *
     * @param bound how many webhooks may wait for the receiver before further ones are lost
     */
    static Delivery to(Vertx vertx, SimulatorClock clock, Ledger ledger, URI url, String appSecret, int bound) {
        return new Webhooks(vertx, clock, ledger, url, appSecret, bound);
    }

    /** Whether it is worth building an event. */
    boolean enabled();

    /** How many webhooks were lost because too many were waiting. */
    long lost();

    /** Sends one event, asynchronously. */
    void send(Event event);

    /** Begins no further try; what waits is dropped. */
    void stop();
}
