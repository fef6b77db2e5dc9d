package org.whatsapppolicy.store.benchmark;

import static org.whatsapppolicy.policy.Examples.ACCOUNT;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.aDocument;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aTemplate;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.whatsapppolicy.policy.Examples;
import org.whatsapppolicy.policy.address.PhoneNumber;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.GroupCommit;
import org.whatsapppolicy.store.MessageIds;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.jdbc.PolicyStores;
import org.whatsapppolicy.store.kit.Stores;
import org.whatsapppolicy.store.kit.TestPostgres;

/**
 * How many messages a second go all the way (decided, then settled) through a group commit with 64 in flight, every commit
 * durable. Prints the durability it read back. Arguments: {@code sqlite}, {@code postgres} or both; default both. See {@link
 * SpeedTest} for the command.
 */
public final class StoreBenchmark {

    private static final int PEOPLE = 50_000;
    private static final int IN_FLIGHT = 64;
    private static final int MESSAGES = Integer.getInteger("messages", 100_000);
    private static final PrintStream OUT = System.out;

    private final PolicyStore store;
    private final PolicyEngine engine;
    private final List<PhoneNumber> people = new ArrayList<>();
    private final MessageIds ids = new MessageIds(InstantSource.system(), RandomGenerator.getDefault());

    private StoreBenchmark(PolicyStore store) {
        this.store = store;
        this.engine = aDocument()
                .purpose(aPurpose().cap(new Cap.Rolling(1000, Duration.ofHours(24), false)))
                .engine();
    }

    public static void main(String[] args) throws Exception {
        List<String> which = args.length == 0 ? List.of("sqlite", "postgres") : Arrays.asList(args);
        if (which.contains("sqlite")) {
            try (Stores stores = Stores.sqlite();
                    PolicyStore store = stores.open(StoreOptions.DEFAULTS)) {
                new StoreBenchmark(store).run(1);
            }
        }
        if (which.contains("postgres")) {
            try (HikariDataSource pool = TestPostgres.freshDatabase();
                    PolicyStore store = PolicyStores.jdbc(pool, StoreOptions.DEFAULTS)) {
                new StoreBenchmark(store).run(Integer.getInteger("parallel", 2));
            }
        }
    }

    private void run(int parallel) throws Exception {
        prepare();
        for (int round = 1; round <= Integer.getInteger("rounds", 3); round++) {
            measure(parallel, round);
        }
    }

    private void prepare() {
        store.activate(engine.document(), "benchmark");
        store.templates(ACCOUNT, List.of(aTemplate(PURPOSE, Category.UTILITY)));
        Instant act = store.now().minus(Duration.ofDays(10));
        for (int i = 0; i < PEOPLE; i++) {
            String number = "+55119" + (80_000_000 + i);
            people.add(new PhoneNumber(number, number, "BR"));
        }
        for (int from = 0; from < PEOPLE; from += 500) {
            store.record(people.subList(from, from + 500).stream()
                    .map(p -> new PersonAct(p, new ConsentAct.Granted(Examples.aGrant(PURPOSE, act))))
                    .toList());
        }
    }

    private void measure(int parallel, int round) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(parallel);
        Semaphore flight = new Semaphore(IN_FLIGHT);
        AtomicInteger allowed = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        long[] nanos = new long[MESSAGES];
        long start = System.nanoTime();
        long cpu = cpuNanos();
        try (GroupCommit group = new GroupCommit(store, () -> engine, writers, parallel, 10_000)) {
            for (int i = 0; i < MESSAGES && failure.get() == null; i++) {
                flight.acquire();
                int message = i;
                long begun = System.nanoTime();
                var unused = group.decide(request(i, round))
                        .thenCompose(a -> group.settle(settlement(a, allowed)))
                        .whenComplete((done, e) -> {
                            nanos[message] = System.nanoTime() - begun;
                            failure.compareAndSet(null, e);
                            flight.release();
                        });
            }
            flight.acquire(IN_FLIGHT);
        } finally {
            writers.shutdown();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuMicros = (cpuNanos() - cpu) / 1e3 / MESSAGES;
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
        Arrays.sort(nanos);
        OUT.printf(
                "%-80s round %d: %,8.0f messages/s decided and settled, p50 %.1f ms, p99 %.1f ms, %.0f us of CPU in this process each, allowed %d of %d%n",
                store.durability(),
                round,
                MESSAGES / seconds,
                nanos[MESSAGES / 2] / 1e6,
                nanos[MESSAGES * 99 / 100] / 1e6,
                cpuMicros,
                allowed.get(),
                MESSAGES);
    }

    /** Tells more than the clock on a machine that others use too. */
    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean os
                ? os.getProcessCpuTime()
                : 0;
    }

    private static Settlement settlement(Admission admission, AtomicInteger allowed) {
        Admission.Decided decided = (Admission.Decided) admission;
        allowed.addAndGet(decided.sendBefore() == null ? 0 : 1);
        return new Settlement(
                decided.messageId(),
                decided.attempt(),
                new Outcome.Accepted("wamid.HBgNNTUxMTk4ODg4MDAwMRUCABEYEjdBQ" + decided.messageId(), false));
    }

    private SendRequest request(int i, int round) {
        PhoneNumber person = people.get((int) (i * 7919L % PEOPLE));
        var use = new MessageContent.TemplateUse(PURPOSE, "pt_BR", List.of(), List.of());
        var parameter = Map.of("type", "text", "text", "R$ 120,00 due on 2026-03-1" + i % 10);
        Map<String, Object> body = Map.of(
                "type",
                "template",
                "template",
                Map.of(
                        "name",
                        PURPOSE,
                        "language",
                        Map.of("code", "pt_BR"),
                        "components",
                        List.of(Map.of("type", "body", "parameters", List.of(parameter)))));
        MessageContent content = new MessageContent("template", use, null, body);
        return new SendRequest(
                ids.next(), "slip-" + round + "-" + i, person, PURPOSE, null, content, 0, null, null, null, null, 0);
    }
}
