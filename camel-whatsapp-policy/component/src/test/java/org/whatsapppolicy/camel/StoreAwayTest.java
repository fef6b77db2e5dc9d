package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.SOON;
import static org.whatsapppolicy.camel.Rig.header;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.StoreUnavailableException;
import org.whatsapppolicy.store.memory.MemoryStore;

/** Promise 5: a broken store is an exception that a route's redelivery can mend. */
class StoreAwayTest {

    private static final int CLAIMED = 5;

    private final AtomicInteger away = new AtomicInteger();
    private final PolicyStore memory = new MemoryStore(StoreOptions.DEFAULTS.frozenAt(Rig.MORNING));
    private final Rig rig = new Rig().store(flaky());

    /** A store whose decisions fail as often as the test says. */
    private PolicyStore flaky() {
        return (PolicyStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PolicyStore.class}, (proxy, method, arguments) -> {
                    boolean decides =
                            method.getName().equals("round") || method.getName().equals("decide");
                    if (decides && away.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw new StoreUnavailableException("the database is away", null, false);
                    }
                    try {
                        return method.invoke(memory, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void a_store_that_is_away_is_an_exception_of_its_own() throws Exception {
        rig.start(new RouteBuilder() {
                    @Override
                    public void configure() {
                        onException(StoreUnavailableException.class)
                                .handled(true)
                                .setHeader("seen", constant(true));
                        from("direct:send").to(Rig.SEND);
                    }
                })
                .agreed(ANA, "slip");
        away.set(100);

        Exchange exchange = rig.send("direct:send", List.of("Ana", "amanha"), Rig.slipTo(ANA));

        assertThat(header(exchange, "seen")).isEqualTo(true);
        assertThat(rig.requests()).isEmpty();
    }

    @Test
    void a_redelivery_sends_once_when_the_store_is_back() throws Exception {
        rig.start(new RouteBuilder() {
                    @Override
                    public void configure() {
                        errorHandler(
                                defaultErrorHandler().maximumRedeliveries(5).redeliveryDelay(0));
                        from("direct:send").to(Rig.SEND);
                    }
                })
                .agreed(ANA, "slip");
        away.set(2);

        Exchange exchange = rig.send("direct:send", List.of("Ana", "amanha"), Rig.slipTo(ANA));

        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        assertThat(rig.requests()).hasSize(1);
    }

    @Test
    void what_is_held_is_told_as_held_when_the_store_goes_away_before_it_is_decided_anew() throws Exception {
        try (Rig slow = new Rig().store(slowThenAway())) {
            slow.start().agreed(ANA, "slip");

            Exchange exchange = slow.slip(ANA);

            assertThat(exchange.getException()).isNull();
            assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("taken");
            // If it was the dispatcher that met the store away, its claim has to end first.
            memory.moveClock(Rig.MORNING.plusSeconds(90));
            await().atMost(SOON).until(() -> slow.accepted().size() == 1);
        }
    }

    @Test
    @DisplayName("M-2: a claim that was taken up while the store was away costs its message no more than that")
    void what_was_claimed_leaves_when_the_store_is_back() throws Exception {
        try (Rig limited = new Rig(Rig.POLICY.replace("throughput: none", "throughput: 80")).store(flaky())) {
            limited.start().agreed(ANA, "slip");
            memory.controls().stop("all", "ann", "a wrong price");
            for (int i = 0; i < CLAIMED; i++) {
                limited.send(Rig.SEND + "&async=true", List.of("Ana", "amanha"), Rig.slipTo(ANA));
            }
            await().atMost(SOON).until(() -> memory.nextDue().orElseThrow().isAfter(memory.now()));
            away.set(Integer.MAX_VALUE);
            memory.controls().resume("all", "ann", "the right one is there");
            await().atMost(SOON).until(() -> away.get() < Integer.MAX_VALUE);

            away.set(0);

            // The store's clock stands still: no claim ends by itself.
            await().atMost(SOON).until(() -> limited.accepted().size() == CLAIMED);
        }
    }

    /** The first decision is told when its claim is over, the second is none. */
    private PolicyStore slowThenAway() {
        AtomicInteger decisions = new AtomicInteger();
        return (PolicyStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PolicyStore.class}, (proxy, method, arguments) -> {
                    boolean decides = method.getName().equals("round") && !((List<?>) arguments[1]).isEmpty();
                    int decision = decides ? decisions.incrementAndGet() : 0;
                    if (decision == 2) {
                        throw new StoreUnavailableException("the database is away", null, false);
                    }
                    try {
                        return method.invoke(memory, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (decision == 1) {
                            LockSupport.parkNanos(Duration.ofMillis(1_100).toNanos());
                        }
                    }
                });
    }
}
