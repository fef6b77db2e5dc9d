package org.whatsapppolicy.benchmarks.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.whatsapppolicy.benchmarks.database.Postgres;
import org.whatsapppolicy.benchmarks.database.Statements;

/** How fast held messages leave when all are due, and how late they leave when they become due at a steady rate. */
public final class DrainRun {

    private static final double GOAL = 8_000;
    /** Of a limit, because nothing is left of what a chunk of turns has over at its end. */
    private static final double FULL = 0.95;

    private static final int PATIENCE = 600;
    private static final AtomicInteger SERIES = new AtomicInteger();

    private DrainRun() {}

    /**
     * Runs it and prints the figures.
     *
     * @return whether every message left once; not whether the goal was met
     */
    public static boolean run(List<String> words) throws Exception {
        Sized size = Sized.of(words);
        double goal = size.perSecond() == 0 ? GOAL : size.perSecond() * FULL;
        try (Postgres server = Postgres.start();
                Node node = new Node(server, "drain", size, size.throughput())) {
            System.out.println(Postgres.durability(node.pool));
            node.flow(node.send(false), 16, Duration.ofSeconds(1));
            burst(node, size.messages() / 4, "warming up", goal);
            double rate = 0;
            for (int round = 1; round <= size.rounds(); round++) {
                double measured = burst(node, size.messages(), "round " + round, goal);
                rate = Math.max(rate, measured);
            }
            int steady = (int) Math.max(20, rate / 2);
            late(node, Math.min(size.messages(), steady * size.seconds() * 2), steady);
            long twice = Rows.number(node.pool, "select count(*) from message where state <> 'ACCEPTED'");
            return twice == 0
                    && node.simulator.ledger().acceptedCount()
                            == Rows.number(node.pool, "select count(*) from message");
        }
    }

    private static double burst(Node node, int messages, String what, double goal) throws Exception {
        long before = node.simulator.ledger().acceptedCount();
        Rows.held(node.pool, "burst" + SERIES.incrementAndGet(), messages, "n.now + 86400000");
        Rows.analyze(node.pool);
        long begun = System.nanoTime();
        long nanos = Cpu.nanos();
        due(
                node,
                "update message set due_at = not_before - 86400000, not_before = not_before - 86400000 where state = 'HELD'");
        Statements.forget(node.pool);
        Costs spent = Costs.now(node.pool);
        Rows.until(() -> node.simulator.ledger().acceptedCount() > before, PATIENCE);
        long first = System.nanoTime();
        long early = node.simulator.ledger().acceptedCount();
        Rows.until(() -> node.simulator.ledger().acceptedCount() - before >= messages, PATIENCE);
        double rate = (messages - (early - before)) / ((System.nanoTime() - first) / 1e9);
        System.out.printf(
                "%-12s %,d messages due at once: %,8.0f sent/s, goal %,.0f: %s  (the first %.1f s after they were made due, cpu %.0f us a message)%n",
                what,
                messages,
                rate,
                goal,
                rate >= goal ? "met" : "NOT MET",
                (first - begun) / 1e9,
                (Cpu.nanos() - nanos) / 1e3 / messages);
        settled(node);
        System.out.println("             " + Costs.now(node.pool).since(spent, messages));
        Statements.print(node.pool, messages);
        return rate;
    }

    private static void late(Node node, int messages, int perSecond) throws Exception {
        long before = node.simulator.ledger().acceptedCount();
        String series = "late" + SERIES.incrementAndGet();
        // Until they are all there.
        long ahead = 1_000 + messages / 4L;
        Rows.held(node.pool, series, messages, "n.now + " + ahead + " + (i * 1000.0 / " + perSecond + ")::bigint");
        due(node, "create table was_due as select id, due_at from message where state = 'HELD'");
        Rows.until(() -> node.simulator.ledger().acceptedCount() - before >= messages, PATIENCE);
        settled(node);
        String lateness = "select percentile_disc(%s) within group (order by m.%s - w.due_at)"
                + " from was_due w join message m on m.id = w.id";
        System.out.printf(
                "%,d messages due at %,d a second: decided p50 %d ms p99 %d ms late; accepted and recorded p50 %d ms p99 %d ms late%n",
                messages,
                perSecond,
                Rows.number(node.pool, lateness.formatted("0.5", "decided_at")),
                Rows.number(node.pool, lateness.formatted("0.99", "decided_at")),
                Rows.number(node.pool, lateness.formatted("0.5", "changed_at")),
                Rows.number(node.pool, lateness.formatted("0.99", "changed_at")));
    }

    private static void due(Node node, String change) throws Exception {
        try (var connection = node.pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(change);
            statement.execute("select pg_notify('whatsapp_policy_due', coalesce(current_schema()::text, ''))");
        }
    }

    private static void settled(Node node) throws Exception {
        Rows.until(
                () -> {
                    try {
                        return Rows.number(node.pool, "select count(*) from message where state in ('HELD', 'SENDING')")
                                == 0;
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                },
                60);
    }
}
