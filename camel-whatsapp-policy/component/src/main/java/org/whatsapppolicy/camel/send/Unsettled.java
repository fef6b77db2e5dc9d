package org.whatsapppolicy.camel.send;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.StoreUnavailableException;

/**
 * Outcomes that the store could not record when they came. They are brought again; should we die before, the lease of the
 * message ends and it counts as unknown, which is true as well.
 */
final class Unsettled {

    private static final Logger LOG = LoggerFactory.getLogger(Unsettled.class);
    private static final int MOST = 100_000;
    private static final int BATCH = 200;

    private final ConcurrentLinkedQueue<Settlement> waiting = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<List<PersonAct>> acts = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();

    void add(Settlement settlement) {
        if (size.get() >= MOST) {
            LOG.warn("The outcome of message {} is not recorded: it will count as unknown", settlement.messageId());
            return;
        }
        if (size.getAndIncrement() == 0) {
            LOG.warn("The store does not record outcomes just now; they are kept and brought again");
        }
        waiting.add(settlement);
    }

    /** What a refusal told of a person. As few as there are, none is given up. */
    void add(List<PersonAct> told) {
        size.incrementAndGet();
        acts.add(told);
    }

    int size() {
        return size.get();
    }

    /** Brings what waits, as far as the store takes it. */
    void bring(PolicyStore store) {
        bringActs(store);
        while (!waiting.isEmpty()) {
            List<Settlement> batch = new ArrayList<>();
            for (Settlement next = waiting.poll(); next != null; next = batch.size() < BATCH ? waiting.poll() : null) {
                batch.add(next);
            }
            try {
                store.settle(batch);
                size.addAndGet(-batch.size());
            } catch (StoreUnavailableException e) {
                waiting.addAll(batch);
                return;
            } catch (RuntimeException e) {
                apart(store, batch);
            }
        }
    }

    private void bringActs(PolicyStore store) {
        for (List<PersonAct> next = acts.poll(); next != null; next = acts.poll()) {
            try {
                store.record(next);
                size.decrementAndGet();
            } catch (StoreUnavailableException e) {
                acts.add(next);
                return;
            } catch (RuntimeException e) {
                size.decrementAndGet();
                LOG.error("A stop of offers cannot be recorded: {}", e.toString());
            }
        }
    }

    /** One that the store will never take must not keep the others. */
    private void apart(PolicyStore store, List<Settlement> batch) {
        for (Settlement one : batch) {
            try {
                store.settle(List.of(one));
                size.decrementAndGet();
            } catch (StoreUnavailableException e) {
                waiting.add(one);
            } catch (RuntimeException e) {
                size.decrementAndGet();
                LOG.warn(
                        "The outcome of message {} cannot be recorded, it will count as unknown: {}",
                        one.messageId(),
                        e.toString());
            }
        }
    }
}
