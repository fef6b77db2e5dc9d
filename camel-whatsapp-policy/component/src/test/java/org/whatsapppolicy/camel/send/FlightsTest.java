package org.whatsapppolicy.camel.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.camel.token.AccessToken;
import org.whatsapppolicy.camel.transport.Answer;
import org.whatsapppolicy.camel.transport.Delivery;
import org.whatsapppolicy.camel.transport.Transport;

/** By a transport that has no thread to begin anything with. */
class FlightsTest implements Transport {

    private final AtomicLong nanos = new AtomicLong();
    private final List<Consumer<Answer>> waiting = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final Flights flights = new Flights(this, TimeUnit.SECONDS.toNanos(40), nanos::get);

    @Override
    public void send(Delivery delivery, Consumer<Answer> done) {
        waiting.add(done);
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}

    private void begin() {
        AccessToken token = new AccessToken("token", UnaryOperator.identity(), nanos::get);
        long claim = nanos.get() + TimeUnit.SECONDS.toNanos(1);
        flights.begin(
                new Delivery(
                        UUID.randomUUID(), "billing", "http://localhost", () -> new byte[0], token, claim, nanos::get),
                answers::add);
    }

    @Test
    @DisplayName("M-2, M-4: what was not begun within its claim is not UNKNOWN, and nobody waits for an answer to it")
    void what_was_not_begun_in_time() {
        begin();
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(999));
        flights.sweep();
        assertThat(answers).isEmpty();

        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
        flights.sweep();

        assertThat(answers).containsExactly(new Answer.NotBegun());
        waiting.get(0).accept(new Answer.Lost("late"));
        assertThat(answers).hasSize(1);
        assertThat(flights.none()).isTrue();
    }

    @Test
    @DisplayName("M-4: a stop makes nothing UNKNOWN that was not begun")
    void a_stop() {
        begin();

        flights.giveUp();

        assertThat(answers).containsExactly(new Answer.NotBegun());
    }
}
