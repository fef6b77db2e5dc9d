package org.whatsapppolicy.camel.upkeep;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.StaticService;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.policy.document.Retention;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.Upkeep;
import org.whatsapppolicy.store.Upkeep.Kind;

/**
 * Takes away what is past its retention (S-47): one node of all who share the store, in small transactions with ten times as much
 * rest, so that sending does not notice. Thread-safe.
 */
@ManagedResource(description = "Takes away what is past its retention")
public final class LedgerUpkeep implements StaticService {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerUpkeep.class);
    private static final int PAGE = 500;
    private static final int REST = 10;
    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long SHORTEST_REST = 20 * MILLISECOND;
    private static final Duration OFTEN = Duration.ofMinutes(1);
    private static final Duration NOW_AND_THEN = Duration.ofHours(1);
    private static final Duration RARELY = Duration.ofDays(1);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final long ARCHIVE_PATIENCE = Duration.ofMinutes(5).toMillis();

    private final PolicyStore store;
    private final Upkeep upkeep;
    private final String node;
    private final LongSupplier nanos;
    private final Archive archive;
    private final Walk payloads;
    private final Walk decisions;
    private final List<Sweep> sweeps;
    private final Chore turns;
    private boolean running;
    private volatile boolean leads;
    private volatile boolean soon;
    private boolean failing;

    /**
     * @param node tells nodes apart
     * @param archiveTo URI of the endpoint that gets what is removed first, or null
     * @param chores gives it its turns
     * @param nanos a monotonic clock
     */
    public LedgerUpkeep(
            CamelContext context,
            PolicyStore store,
            Supplier<Retention> retention,
            @Nullable String archiveTo,
            String node,
            Chores chores,
            LongSupplier nanos) {
        this.store = store;
        this.upkeep = store.upkeep();
        this.node = node;
        this.nanos = nanos;
        this.archive = new Archive(context, archiveTo, ARCHIVE_PATIENCE);
        this.payloads = new Walk(upkeep, Kind.PAYLOAD, PAGE, retention, archive, this::lead);
        this.decisions = new Walk(upkeep, Kind.DECISION, PAGE, retention, archive, this::lead);
        Walk hopes = new Walk(upkeep, Kind.HOPE, PAGE, retention, archive, this::lead);
        Walk keys = new Walk(upkeep, Kind.KEY, PAGE, retention, archive, this::lead);
        long first = nanos.getAsLong() + OFTEN.toNanos();
        this.sweeps = List.of(
                new Sweep(OFTEN, first, Sweep.batches(PAGE, () -> store.feed()
                        .forget(PAGE, retention.get().events()))),
                new Sweep(OFTEN, first, Sweep.batches(PAGE, () -> deliveries(retention.get()))),
                new Sweep(NOW_AND_THEN, first, payloads),
                new Sweep(NOW_AND_THEN, first, decisions),
                new Sweep(RARELY, first, hopes),
                new Sweep(RARELY, first, keys));
        this.turns = chores.chore(OFTEN.toMillis(), "take away what is past its retention", this::turn);
    }

    private int deliveries(Retention retention) {
        return store.inbox().forget(PAGE, retention.dedupe(), retention.inbox());
    }

    /** Refuses what could not work, before anything begins. */
    public void check() {
        archive.check();
    }

    /** Begins; the first turn is after a minute. */
    @Override
    public synchronized void start() {
        running = true;
        turns.in(OFTEN.toMillis());
    }

    /** Lets another node follow. */
    @Override
    public synchronized void stop() {
        running = false;
        turns.end();
        archive.stop();
        leave();
    }

    private synchronized void leave() {
        if (leads) {
            leads = false;
            try {
                upkeep.leave(node);
            } catch (RuntimeException e) {
                LOG.debug("The upkeep is not left, its lease runs out: {}", e.toString());
            }
        }
    }

    /** Has everything looked through at once, unless another node does the upkeep: that one does it when its turn comes. */
    @ManagedOperation(description = "Look through everything now, if this node does the upkeep or no other does")
    public synchronized void runSoon() {
        if (running) {
            soon = true;
            turns.in(0);
        }
    }

    /** Whether this node does it, as far as it knows. */
    @ManagedAttribute(description = "Whether this is the node that does the upkeep")
    public boolean isLeading() {
        return leads;
    }

    /** Payloads that this node erased since its start. */
    @ManagedAttribute(description = "Payloads erased since the start")
    public long getErasedPayloads() {
        return payloads.removed();
    }

    /** Messages that this node removed since its start. */
    @ManagedAttribute(description = "Messages removed since the start")
    public long getRemovedMessages() {
        return decisions.removed();
    }

    /** Does what is due first; in how many milliseconds the next is due. */
    private long turn() {
        if (soon) {
            soon = false;
            sweeps.forEach(sweep -> sweep.soon(nanos.getAsLong()));
        }
        Sweep due = due();
        if (due.next() - nanos.getAsLong() > 0) {
            return untilDue();
        }
        try {
            if (lead()) {
                due.turn(nanos, worked -> Math.max(SHORTEST_REST, worked * REST));
                failing = false;
            } else {
                due.failed(nanos.getAsLong());
            }
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("The upkeep goes on later: {}", e.getMessage());
            }
            failing = true;
            // Another node may know the document in force, or reach the archive.
            leave();
            due.failed(nanos.getAsLong());
        }
        return untilDue();
    }

    private Sweep due() {
        return sweeps.stream().min(Comparator.comparingLong(Sweep::next)).orElseThrow();
    }

    /** Rounded up, or the turn would come before anything is due. */
    private long untilDue() {
        return Math.max(0, (due().next() - nanos.getAsLong() + MILLISECOND - 1) / MILLISECOND);
    }

    /** Not after the stop, which may have come while the archive took its time: the lease was left, and nobody would leave it again. */
    private synchronized boolean lead() {
        leads = running && upkeep.lead(node, LEASE);
        return leads;
    }
}
