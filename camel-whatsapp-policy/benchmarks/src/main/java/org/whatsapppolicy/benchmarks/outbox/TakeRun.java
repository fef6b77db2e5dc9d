package org.whatsapppolicy.benchmarks.outbox;

import java.time.Duration;
import java.util.List;
import org.apache.camel.AsyncProducer;
import org.whatsapppolicy.benchmarks.database.Postgres;

/** How many messages a second {@code async=true} takes on PostgreSQL: alone, and while what was taken leaves. */
public final class TakeRun {

    private static final int IN_FLIGHT = 512;
    private static final double GOAL = 15_000;

    private TakeRun() {}

    /**
     * Runs it and prints the figures.
     *
     * @return whether every message was taken; not whether the goal was met
     */
    public static boolean run(List<String> words) throws Exception {
        Sized size = Sized.of(words);
        boolean good = true;
        try (Postgres server = Postgres.start()) {
            // With one message a second nothing but the taking costs anything.
            try (Node node = new Node(server, "take_alone", size, "1")) {
                System.out.println(Postgres.durability(node.pool));
                good &= measure(node, size, "taken, next to nothing leaves");
            }
            try (Node node = new Node(server, "take_and_send", size, "none")) {
                good &= measure(node, size, "taken, while they leave");
            }
        }
        return good;
    }

    private static boolean measure(Node node, Sized size, String what) throws Exception {
        AsyncProducer producer = node.send(true);
        Duration lasts = Duration.ofSeconds(size.seconds());
        node.flow(producer, IN_FLIGHT, lasts.multipliedBy(2));
        boolean good = true;
        for (int round = 1; round <= size.rounds(); round++) {
            long before = node.simulator.ledger().acceptedCount();
            Node.Flow flow = node.flow(producer, IN_FLIGHT, lasts);
            good &= flow.failed() == 0;
            System.out.printf(
                    "round %d %-32s %,8.0f taken/s, goal %,.0f: %s  p50 %6.2f ms  p99 %6.2f ms  failed %d, left meanwhile %,.0f/s, cpu %.0f us%n",
                    round,
                    what,
                    flow.perSecond(),
                    GOAL,
                    flow.perSecond() >= GOAL ? "met" : "NOT MET",
                    flow.millisAt(50),
                    flow.millisAt(99),
                    flow.failed(),
                    (node.simulator.ledger().acceptedCount() - before) / flow.seconds(),
                    flow.cpuMicros());
        }
        return good;
    }
}
