package org.whatsapppolicy.camel.upkeep;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
import org.whatsapppolicy.camel.send.Later;
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
    private static final long SHORTEST_REST = TimeUnit.MILLISECONDS.toNanos(20);
    private static final Duration OFTEN = Duration.ofMinutes(1);
    private static final Duration NOW_AND_THEN = Duration.ofHours(1);
    private static final Duration RARELY = Duration.ofDays(1);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final long ARCHIVE_PATIENCE = Duration.ofMinutes(5).toMillis();

    private final PolicyStore store;
    private final Upkeep upkeep;
    private final String node;
    private final Executor blocking;
    private final Later later;
    private final LongSupplier nanos;
    private final Archive archive;
    private final Walk payloads;
    private final Walk decisions;
    private final List<Chore> chores;
    private final AtomicLong chain = new AtomicLong();
    private volatile boolean running;
    private volatile boolean leads;
    private volatile boolean soon;
    private boolean failing;

    /**
     * @param node tells nodes apart
     * @param archiveTo URI of the endpoint that gets what is removed first, or null
     * @param blocking runs what blocks
     * @param nanos a monotonic clock
     */
    public LedgerUpkeep(
            CamelContext context,
            PolicyStore store,
            Supplier<Retention> retention,
            @Nullable String archiveTo,
            String node,
            Executor blocking,
            Later later,
            LongSupplier nanos) {
        this.store = store;
        this.upkeep = store.upkeep();
        this.node = node;
        this.blocking = blocking;
        this.later = later;
        this.nanos = nanos;
        this.archive = new Archive(context, archiveTo, ARCHIVE_PATIENCE);
        this.payloads = new Walk(upkeep, Kind.PAYLOAD, PAGE, retention, archive, this::lead);
        this.decisions = new Walk(upkeep, Kind.DECISION, PAGE, retention, archive, this::lead);
        Walk keys = new Walk(upkeep, Kind.KEY, PAGE, retention, archive, this::lead);
        long first = nanos.getAsLong() + OFTEN.toNanos();
        this.chores = List.of(
                new Chore(OFTEN, first, Chore.batches(PAGE, () -> store.feed()
                        .forget(PAGE, retention.get().events()))),
                new Chore(OFTEN, first, Chore.batches(PAGE, () -> deliveries(retention.get()))),
                new Chore(NOW_AND_THEN, first, payloads),
                new Chore(NOW_AND_THEN, first, decisions),
                new Chore(RARELY, first, keys));
    }

    private int deliveries(Retention retention) {
        return store.inbox().forget(PAGE, retention.dedupe(), retention.inbox());
    }

    /** Begins; the first turn is after a minute. */
    @Override
    public void start() {
        running = true;
        next(OFTEN.toNanos());
    }

    /** Lets another node follow. */
    @Override
    public void stop() {
        running = false;
        archive.stop();
        if (leads) {
            leads = false;
            try {
                upkeep.leave(node);
            } catch (RuntimeException e) {
                LOG.debug("The upkeep is not left, its lease runs out: {}", e.toString());
            }
        }
    }

    /** Has everything looked through at once, by whichever node does it. */
    @ManagedOperation(description = "Look through everything now, if this node does the upkeep or no other does")
    public void runSoon() {
        soon = true;
        next(0);
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

    private void next(long delay) {
        long mine = chain.incrementAndGet();
        later.in(delay, TimeUnit.NANOSECONDS, () -> {
            // Only the turn that was asked for last comes: one after the other, however many are asked for.
            if (chain.get() != mine) {
                return;
            }
            try {
                blocking.execute(this::turn);
            } catch (RejectedExecutionException e) {
                LOG.debug("No upkeep any more: the threads are gone");
            }
        });
    }

    private synchronized void turn() {
        if (!running) {
            return;
        }
        if (soon) {
            soon = false;
            chores.forEach(chore -> chore.soon(nanos.getAsLong()));
        }
        Chore due = due();
        long wait = due.next() - nanos.getAsLong();
        if (wait > 0) {
            next(wait);
            return;
        }
        try {
            if (lead()) {
                due.turn(nanos::getAsLong, worked -> Math.max(SHORTEST_REST, worked * REST));
                failing = false;
            } else {
                due.failed(nanos.getAsLong());
            }
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("The upkeep goes on later: {}", e.getMessage());
            }
            failing = true;
            due.failed(nanos.getAsLong());
        }
        next(Math.max(0, due().next() - nanos.getAsLong()));
    }

    private Chore due() {
        return chores.stream().min(Comparator.comparingLong(Chore::next)).orElseThrow();
    }

    private boolean lead() {
        leads = upkeep.lead(node, LEASE);
        return leads;
    }
}
