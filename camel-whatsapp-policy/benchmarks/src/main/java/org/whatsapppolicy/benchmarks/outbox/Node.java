package org.whatsapppolicy.benchmarks.outbox;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.whatsapppolicy.benchmarks.database.Postgres;
import org.whatsapppolicy.camel.WhatsAppPolicyComponent;
import org.whatsapppolicy.camel.WhatsAppPolicyConstants;
import org.whatsapppolicy.policy.address.RecipientReader;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.jdbc.PolicyStores;

/** One node with the component on a database of its own, a simulator, and people who have agreed. */
final class Node implements AutoCloseable {

    private static final String NUMBER = "106540352242922";
    private static final String TOKEN = "EAAbenchmark";
    private static final long FIRST = 5_511_960_000_000L;
    private static final int BATCH = 2_000;
    private static final int CONNECTIONS = 16;

    final Simulator simulator = Simulator.builder()
            .token(TOKEN)
            .number(NUMBER, "+55 11 3000-0000", "102290129340398")
            .template(SimulatedTemplate.of("slip_due", "pt_BR", "UTILITY").withVariables(1))
            .build()
            .start();
    final HikariDataSource pool;
    private final CamelContext camel = new DefaultCamelContext();
    private final int people;
    private long written;

    /** @param throughput of the sender, as in the policy document */
    Node(Postgres server, String database, Sized size, String throughput) throws Exception {
        this.people = size.people();
        this.pool = server.pool(database, CONNECTIONS);
        simulator.ledger().keepBodies(false);
        simulator.ledger().keepAtMost(1_000);
        try (PolicyStore store = PolicyStores.jdbc(pool, StoreOptions.DEFAULTS)) {
            if (Rows.number(pool, "select count(*) from consent") < people) {
                consents(store);
                Rows.analyze(pool);
            }
        }
        written = Rows.number(pool, "select count(*) from message");
        WhatsAppPolicyComponent component = new WhatsAppPolicyComponent();
        component.setPolicy("classpath:outbox-policy.yaml");
        component.setBaseUri(simulator.baseUri());
        component.setDataSource(pool);
        component.setTransport(size.transport());
        camel.addComponent("whatsapp-policy", component);
        camel.getPropertiesComponent().addInitialProperty("number", NUMBER);
        camel.getPropertiesComponent().addInitialProperty("token", TOKEN);
        camel.getPropertiesComponent().addInitialProperty("throughput", throughput);
        camel.start();
        // A producer starts the component, and with it the dispatcher.
        send(false);
    }

    private void consents(PolicyStore store) {
        RecipientReader reader = new RecipientReader();
        Instant act = store.now().minus(Duration.ofDays(30));
        Grant grant = new Grant(
                "payment-slip",
                new Evidence(act, "crm", null, "terms-3", "pt", "form-17"),
                null,
                null,
                false,
                null,
                null);
        List<PolicyStore.PersonAct> acts = new ArrayList<>(BATCH);
        for (int i = 0; i < people; i++) {
            acts.add(new PolicyStore.PersonAct(reader.read(phone(i), "BR"), new ConsentAct.Granted(grant)));
            if (acts.size() == BATCH || i == people - 1) {
                store.record(acts);
                acts.clear();
            }
        }
    }

    private static String phone(int person) {
        return "+" + (FIRST + person);
    }

    /** What a route would send by, without the route. */
    AsyncProducer send(boolean async) throws Exception {
        Endpoint endpoint = camel.getEndpoint("whatsapp-policy:send?purpose=payment-slip&recipient=${body[phone]}"
                + "&idempotencyKey=${body[key]}&template=slip_due&templateLanguage=pt_BR&parameter.1=${body[key]}&async="
                + async);
        AsyncProducer producer = endpoint.createAsyncProducer();
        producer.start();
        return producer;
    }

    /** A closed loop for so long: {@code inFlight} at any time. */
    Flow flow(AsyncProducer producer, int inFlight, Duration lasts) throws InterruptedException {
        Semaphore places = new Semaphore(inFlight);
        Recorder latencies = new Recorder(3);
        AtomicInteger failed = new AtomicInteger();
        long begun = System.nanoTime();
        long spent = Cpu.nanos();
        while (System.nanoTime() - begun < lasts.toNanos()) {
            places.acquire();
            long number = written++;
            Exchange exchange = producer.getEndpoint().createExchange();
            exchange.getIn().setBody(Map.of("phone", phone((int) (number % people)), "key", "slip-" + number));
            long at = System.nanoTime();
            producer.process(exchange, doneSync -> {
                latencies.recordValue(System.nanoTime() - at);
                Object outcome = exchange.getMessage().getHeader(WhatsAppPolicyConstants.OUTCOME);
                if (!"accepted".equals(outcome) && !"taken".equals(outcome)) {
                    failed.incrementAndGet();
                }
                places.release();
            });
        }
        if (!places.tryAcquire(inFlight, 60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("messages were still without an end 60 s after the load stopped");
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Flow(latencies.getIntervalHistogram(), failed.get(), seconds, Cpu.nanos() - spent);
    }

    /**
     * What a load met.
     *
     * @param cpu nanoseconds of processor time of this process, the simulator's share included, the database server's not
     */
    record Flow(Histogram latencies, int failed, double seconds, long cpu) {

        double cpuMicros() {
            return cpu / 1e3 / Math.max(1, latencies.getTotalCount());
        }

        double perSecond() {
            return latencies.getTotalCount() / seconds;
        }

        double millisAt(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1e6;
        }
    }

    @Override
    public void close() throws IOException {
        camel.stop();
        pool.close();
        simulator.close();
    }
}
