package org.whatsapppolicy.benchmarks.webhook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.whatsapppolicy.benchmarks.database.Postgres;

/** Posts the same kind of deliveries to the stock component's webhook and to ours, in turns, then ours at a steady rate. */
public final class WebhookRun {

    private static final int CONNECTIONS = 32;
    private static final int STEADY = 500;
    private static final int SECONDS = Integer.getInteger("seconds", 8);
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    /** The name of the only one to run, for a profile. */
    private static final String ONLY = System.getProperty("only", "");

    private static final double LATENCY_GOAL = 20;

    private WebhookRun() {}

    /**
     * Runs it and prints the figures.
     *
     * @param words the command line after {@code webhook}: nothing, or {@code --smoke}
     * @return whether every delivery was answered 200 and came to the route once; not whether the goals were met
     * @throws IllegalArgumentException for anything else
     */
    public static boolean run(List<String> words) throws Exception {
        boolean smoke = words.contains("--smoke");
        if (!smoke && !words.isEmpty()) {
            throw new IllegalArgumentException(words.get(0) + ": webhook takes no option but --smoke");
        }
        Path directory = Files.createTempDirectory("whatsapp-policy-webhook");
        try (Postgres server = Postgres.start();
                Hook stock = Hook.stock();
                Hook floorSqlite = Hook.floorOnSqlite(directory);
                Hook sqlite = Hook.onSqlite(directory);
                Hook floorPostgres = Hook.floorOnPostgres(server);
                Hook postgres = Hook.onPostgres(server)) {
            List<Hook> hooks = Stream.of(stock, floorSqlite, sqlite, floorPostgres, postgres)
                    .filter(hook -> hook.name().contains(ONLY))
                    .toList();
            return smoke
                    ? run(server, hooks, Duration.ofMillis(200), 1)
                    : run(server, hooks, Duration.ofSeconds(SECONDS), ROUNDS);
        } finally {
            delete(directory);
        }
    }

    private static boolean run(Postgres server, List<Hook> hooks, Duration lasts, int rounds) throws Exception {
        Deliveries deliveries = new Deliveries();
        for (Hook hook : hooks) {
            System.out.println("warming up " + hook.name() + ", kept: " + hook.durability());
            Posting.closed(hook, deliveries, CONNECTIONS, lasts.multipliedBy(2));
        }
        boolean good = true;
        Map<String, List<Double>> rates = new TreeMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (Hook hook : hooks) {
                System.gc();
                Costs costs = new Costs(server);
                Posting.Result result = Posting.closed(hook, deliveries, CONNECTIONS, lasts);
                good &= result.refused() == 0;
                rates.computeIfAbsent(hook.name(), name -> new ArrayList<>()).add(result.takenPerSecond());
                System.out.printf(
                        "round %d %-16s %,8.0f answered/s %,8.0f through the route/s  p50 %6.2f ms  p99 %6.2f ms%n",
                        round,
                        hook.name(),
                        result.answeredPerSecond(),
                        result.takenPerSecond(),
                        result.millisAt(50),
                        result.millisAt(99));
                System.out.println("        a delivery " + Costs.text(costs.sofar(result.client()), result.answered()));
            }
        }
        for (Hook hook : hooks) {
            Posting.Result result = Posting.open(hook, deliveries, CONNECTIONS, lasts, STEADY);
            good &= result.refused() == 0;
            System.out.printf(
                    "%d a second %-16s p50 %6.2f ms  p99 %6.2f ms, goal %.0f: %s%n",
                    STEADY,
                    hook.name(),
                    result.millisAt(50),
                    result.millisAt(99),
                    LATENCY_GOAL,
                    result.millisAt(99) < LATENCY_GOAL ? "met" : "NOT MET");
        }
        rates.forEach((name, all) -> System.out.printf(
                "%-16s %,8.0f events a second, %.2f times stock%n",
                name, median(all), median(all) / median(rates.getOrDefault("stock", all))));
        return good;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
