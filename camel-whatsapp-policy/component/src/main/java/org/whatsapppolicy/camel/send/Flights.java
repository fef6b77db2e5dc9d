package org.whatsapppolicy.camel.send;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.whatsapppolicy.camel.transport.Answer;

/**
 * The requests under way. Each ends exactly once, also when a transport never answers: after the bound its fate counts as
 * unknown, and a later answer is evidence only for webhooks.
 */
final class Flights {

    private final Set<Flight> flights = ConcurrentHashMap.newKeySet();
    private final long bound;
    private final LongSupplier nanos;

    /** @param bound in nanoseconds */
    Flights(long bound, LongSupplier nanos) {
        this.bound = bound;
        this.nanos = nanos;
    }

    Flight begin(Consumer<Answer> landed) {
        Flight flight = new Flight(landed, nanos.getAsLong());
        flights.add(flight);
        return flight;
    }

    boolean none() {
        return flights.isEmpty();
    }

    /** Ends those that are past the bound. */
    void sweep() {
        long now = nanos.getAsLong();
        for (Flight flight : flights) {
            if (now - flight.begun > bound) {
                flight.end(new Answer.Lost("the transport did not answer"));
            }
        }
    }

    /** Ends all: nobody sweeps any more. */
    void giveUp() {
        for (Flight flight : flights) {
            flight.end(new Answer.Lost("the transport did not answer before whatsapp-policy was stopped"));
        }
    }

    /** One request. */
    final class Flight extends AtomicBoolean {

        private static final long serialVersionUID = 1L;

        private final transient Consumer<Answer> landed;
        private final long begun;

        Flight(Consumer<Answer> landed, long begun) {
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
