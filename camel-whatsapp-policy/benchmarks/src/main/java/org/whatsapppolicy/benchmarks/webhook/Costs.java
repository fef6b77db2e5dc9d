package org.whatsapppolicy.benchmarks.webhook;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.whatsapppolicy.benchmarks.database.Postgres;

/** Where the processors' time goes while deliveries are posted: user and system time by kind of thread, and of the database server. */
final class Costs {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private static final String SERVER = "database server";
    /** What no Java thread did: the compiler, the garbage collector and the virtual machine's own threads. */
    private static final String MACHINE = "compiler and collector";

    private final Postgres server;
    private final Map<Long, Long> threads = nanosByThread();
    private final long process = SYSTEM.getProcessCpuTime();
    private final Map<Long, Long> processes;

    /** Begins to count. */
    Costs(Postgres server) {
        this.server = server;
        this.processes = server.processorNanos();
    }

    /** What the calling thread has spent; a thread that ends is not found any more when the others are counted. */
    static long ofThisThread() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /**
     * What was spent since it began, in nanoseconds.
     *
     * @param client by the threads that posted
     */
    Map<String, Long> sofar(long client) {
        Map<String, Long> costs = new TreeMap<>();
        costs.put("client", client);
        Map<Long, Long> now = nanosByThread();
        for (ThreadInfo thread :
                THREADS.getThreadInfo(now.keySet().stream().mapToLong(id -> id).toArray())) {
            if (thread != null) {
                long id = thread.getThreadId();
                long spent = now.getOrDefault(id, 0L) - threads.getOrDefault(id, 0L);
                costs.merge(kind(thread.getThreadName()), spent, Long::sum);
            }
        }
        long known = costs.values().stream().mapToLong(nanos -> nanos).sum();
        costs.put(MACHINE, SYSTEM.getProcessCpuTime() - process - known);
        long spent = 0;
        for (Map.Entry<Long, Long> one : server.processorNanos().entrySet()) {
            spent += one.getValue() - processes.getOrDefault(one.getKey(), 0L);
        }
        costs.put(SERVER, spent);
        return costs;
    }

    /** In microseconds a delivery, the largest first. */
    static String text(Map<String, Long> costs, long deliveries) {
        long all = costs.values().stream().mapToLong(nanos -> nanos).sum();
        return micros(all, deliveries) + " us: "
                + costs.entrySet().stream()
                        .filter(one -> one.getValue() / 100 > deliveries)
                        .sorted(Comparator.comparing(one -> -one.getValue()))
                        .map(one -> one.getKey() + " " + micros(one.getValue(), deliveries))
                        .collect(Collectors.joining(", "));
    }

    private static String micros(long nanos, long deliveries) {
        return String.format("%.1f", nanos / 1e3 / Math.max(1, deliveries));
    }

    private static String kind(String thread) {
        String name = thread.replaceFirst("^Camel \\(.*\\) thread #\\d+ - ", "");
        return name.replaceFirst("[-#@ ]*[0-9a-f]*\\d[0-9a-f]*$", "").replaceFirst("-thread$", "");
    }

    private static Map<Long, Long> nanosByThread() {
        Map<Long, Long> nanos = new HashMap<>();
        for (long id : THREADS.getAllThreadIds()) {
            nanos.put(id, Math.max(0, THREADS.getThreadCpuTime(id)));
        }
        return nanos;
    }
}
