package org.whatsapppolicy.benchmarks.webhook;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * Posts for a while, over as many connections as there are threads. Closed: each posts the next when it was answered. Open: at
 * fixed instants, whether earlier ones were answered or not, and what one waits for a free connection counts as its latency.
 */
final class Posting {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    /**
     * What came of it.
     *
     * @param answered deliveries answered 200
     * @param refused all others
     * @param lasted until the last answer
     * @param drained until the route had all of them
     * @param latencies in nanoseconds
     * @param client processor time of the threads that posted, in nanoseconds
     */
    record Result(long answered, long refused, Duration lasted, Duration drained, Histogram latencies, long client) {

        double answeredPerSecond() {
            return answered / (lasted.toNanos() / 1e9);
        }

        double takenPerSecond() {
            return answered / (drained.toNanos() / 1e9);
        }

        double millisAt(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1e6;
        }
    }

    private final Hook hook;
    private final Deliveries deliveries;
    private final long begun = System.nanoTime();
    private final long until;
    private final long apart;
    private final AtomicLong turns = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong client = new AtomicLong();
    private final Recorder latencies = new Recorder(3);

    private Posting(Hook hook, Deliveries deliveries, Duration lasts, long apart) {
        this.hook = hook;
        this.deliveries = deliveries;
        this.until = begun + lasts.toNanos();
        this.apart = apart;
    }

    static Result closed(Hook hook, Deliveries deliveries, int connections, Duration lasts) throws Exception {
        return new Posting(hook, deliveries, lasts, 0).run(connections);
    }

    static Result open(Hook hook, Deliveries deliveries, int connections, Duration lasts, int perSecond)
            throws Exception {
        return new Posting(hook, deliveries, lasts, TimeUnit.SECONDS.toNanos(1) / perSecond).run(connections);
    }

    private Result run(int connections) throws Exception {
        long before = hook.taken();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Thread thread = new Thread(this::post, "posting-" + i);
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Duration lasted = Duration.ofNanos(System.nanoTime() - begun);
        long waited = System.nanoTime();
        while (hook.taken() - before < answered.get() && System.nanoTime() - waited < PATIENCE_NANOS) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        if (hook.taken() - before != answered.get()) {
            throw new IllegalStateException(hook.name() + ": " + answered.get()
                    + " deliveries were answered 200, its route took " + (hook.taken() - before));
        }
        Duration drained = Duration.ofNanos(System.nanoTime() - begun);
        return new Result(
                answered.get(), refused.get(), lasted, drained, latencies.getIntervalHistogram(), client.get());
    }

    private void post() {
        try (Line line = new Line(hook.port())) {
            for (long due = next(); due - until < 0; due = next()) {
                byte[] request = deliveries.next(hook.port());
                while (System.nanoTime() - due < 0) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                long from = apart == 0 ? System.nanoTime() : due;
                int status = line.post(request);
                latencies.recordValue(System.nanoTime() - from);
                (status == 200 ? answered : refused).incrementAndGet();
            }
        } catch (IOException e) {
            refused.incrementAndGet();
            System.err.println(hook.name() + ": " + e);
        } finally {
            client.addAndGet(Costs.ofThisThread());
        }
    }

    private long next() {
        return apart == 0 ? System.nanoTime() : begun + turns.incrementAndGet() * apart;
    }
}
