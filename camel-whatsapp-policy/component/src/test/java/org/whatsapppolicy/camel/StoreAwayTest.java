package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.header;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.StoreUnavailableException;
import org.whatsapppolicy.store.memory.MemoryStore;

/** Promise 5: a broken store is an exception that a route's redelivery can mend. */
class StoreAwayTest {

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
}
