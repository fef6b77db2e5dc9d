package org.whatsapppolicy.benchmarks.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.camel.AsyncProducer;
import org.whatsapppolicy.benchmarks.database.Postgres;

/**
 * What a million held messages and a ledger of ten million cost {@code send}: two databases, one empty and one full, measured by
 * turns so that a drift of the machine hits both alike. Run it with {@code -Xmx256m}.
 */
public final class HeldRun {

    /** The options of this and of the other runs on what is held. */
    public static final String OPTIONS = Sized.OPTIONS;

    private static final int IN_FLIGHT = 8;
    private static final double MOST = 1.10;

    private HeldRun() {}

    /**
     * Runs it and prints the figures.
     *
     * @return whether every message was accepted; not whether the goal was met
     */
    public static boolean run(List<String> words) throws Exception {
        Sized size = Sized.of(words);
        try (Postgres server = size.data() == null ? Postgres.start() : Postgres.startOn(size.data());
                Node empty = new Node(server, "held_empty", size, "none");
                Node full = new Node(server, "held_full", size, "none")) {
            System.out.println(Postgres.durability(full.pool));
            AsyncProducer toEmpty = empty.send(false);
            AsyncProducer toFull = full.send(false);
            Duration lasts = Duration.ofSeconds(size.seconds());
            empty.flow(toEmpty, IN_FLIGHT, lasts);
            full.flow(toFull, IN_FLIGHT, lasts);
            long heap = heap();
            fill(full, size);
            flat(heap, heap());
            List<Node.Flow> empties = new ArrayList<>();
            List<Node.Flow> fulls = new ArrayList<>();
            empty.flow(toEmpty, IN_FLIGHT, lasts);
            full.flow(toFull, IN_FLIGHT, lasts);
            for (int round = 1; round <= size.rounds(); round++) {
                empties.add(told(round, "empty", empty.flow(toEmpty, IN_FLIGHT, lasts)));
                fulls.add(told(round, "full", full.flow(toFull, IN_FLIGHT, lasts)));
            }
            compare("p50", empties, fulls, flow -> flow.millisAt(50));
            compare("p99", empties, fulls, flow -> flow.millisAt(99));
            System.out.printf(
                    "heap in use at the end: %,d MB of %,d MB%n",
                    heap(), Runtime.getRuntime().maxMemory() >> 20);
            return empties.stream().allMatch(flow -> flow.failed() == 0)
                    && fulls.stream().allMatch(flow -> flow.failed() == 0);
        }
    }

    private static void fill(Node full, Sized size) throws Exception {
        if (Rows.number(full.pool, "select count(*) from message where state = 'HELD'") >= size.held()) {
            System.out.println("the ledger and what is held are there from an earlier run");
            return;
        }
        long begun = System.nanoTime();
        Rows.ledger(full.pool, size.ledger());
        Rows.held(full.pool, "held", size.held(), "n.now + 86400000 + i");
        Rows.analyze(full.pool);
        System.out.printf(
                "made a ledger of %,d messages and %,d held ones in %.0f s%n",
                size.ledger(), size.held(), (System.nanoTime() - begun) / 1e9);
    }

    private static Node.Flow told(int round, String what, Node.Flow flow) {
        System.out.printf(
                "round %d %-6s %,8.0f sent/s  p50 %6.2f ms  p99 %6.2f ms  failed %d, cpu %.0f us%n",
                round, what, flow.perSecond(), flow.millisAt(50), flow.millisAt(99), flow.failed(), flow.cpuMicros());
        return flow;
    }

    private static void flat(long without, long with) {
        System.out.printf(
                "heap in use: %,d MB without, %,d MB with them; goal at most %.2f times: %s%n",
                without, with, MOST, with <= without * MOST ? "met" : "NOT MET");
    }

    private static void compare(
            String what, List<Node.Flow> empties, List<Node.Flow> fulls, ToDoubleFunction<Node.Flow> figure) {
        double without = median(empties, figure);
        double with = median(fulls, figure);
        System.out.printf(
                "%s: %.2f ms without, %.2f ms with, %.2f times; goal at most %.2f: %s%n",
                what, without, with, with / without, MOST, with / without <= MOST ? "met" : "NOT MET");
    }

    private static double median(List<Node.Flow> flows, ToDoubleFunction<Node.Flow> figure) {
        return flows.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(flows.size() / 2)
                .findFirst()
                .orElse(0);
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
