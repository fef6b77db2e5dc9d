package org.whatsapppolicy.camel.send;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.whatsapppolicy.camel.transport.Answer;
import org.whatsapppolicy.camel.transport.Delivery;
import org.whatsapppolicy.camel.transport.Transport;

/**
 * The requests under way. Each ends exactly once, also when a transport never answers: after the bound its fate counts as
 * unknown, and a later answer is evidence only for webhooks. What was not begun in time is not waited for: its fate is known.
 */
final class Flights {

    private final Set<Flight> flights = ConcurrentHashMap.newKeySet();
    private final Transport transport;
    private final long bound;
    private final LongSupplier nanos;

    /** @param bound in nanoseconds */
    Flights(Transport transport, long bound, LongSupplier nanos) {
        this.transport = transport;
        this.bound = bound;
        this.nanos = nanos;
    }

    void begin(Delivery delivery, Consumer<Answer> landed) {
        Flight flight = new Flight(delivery, landed, nanos.getAsLong());
        flights.add(flight);
        Later.after(delivery.ready(), (ready, never) -> transport.send(delivery, flight::end));
    }

    boolean none() {
        return flights.isEmpty();
    }

    /** Ends those that are past the bound, and those that are too late to begin. */
    void sweep() {
        long now = nanos.getAsLong();
        for (Flight flight : flights) {
            if (now - flight.begun > bound) {
                flight.end(flight.delivery.unanswered("the transport did not answer"));
            } else if (flight.delivery.late()) {
                flight.end(new Answer.NotBegun());
            }
        }
    }

    /** Ends all: nobody sweeps any more. */
    void giveUp() {
        for (Flight flight : flights) {
            flight.end(flight.delivery.unanswered("the transport did not answer before whatsapp-policy was stopped"));
        }
    }

    /** One request. */
    private final class Flight extends AtomicBoolean {

        private static final long serialVersionUID = 1L;

        private final transient Delivery delivery;
        private final transient Consumer<Answer> landed;
        private final long begun;

        Flight(Delivery delivery, Consumer<Answer> landed, long begun) {
            this.delivery = delivery;
            this.landed = landed;
            this.begun = begun;
        }

        void end(Answer answer) {
            if (compareAndSet(false, true)) {
                flights.remove(this);
                landed.accept(answer);
            }
        }
    }
}
