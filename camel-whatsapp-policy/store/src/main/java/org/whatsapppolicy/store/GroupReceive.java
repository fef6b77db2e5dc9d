package org.whatsapppolicy.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.whatsapppolicy.store.Inbox.Receipt;

/**
 * Takes deliveries of the webhook in, those that come at the same time in one transaction: one fsync pays for many. Never blocks
 * the caller. Futures are completed on the writer threads: continue elsewhere with anything that is not quick. Thread-safe.
 */
public final class GroupReceive implements AutoCloseable {

    private static final int LARGEST_BATCH = 64;

    private final PolicyStore store;
    private final Batching<Delivery> batching;

    /**
     * Makes one.
     *
     * @param store where they go
     * @param writers runs the writer loops
     * @param parallel how many transactions may be under way at once; 1 for a single-writer database
     * @param bound how many deliveries may wait at most
     */
    public GroupReceive(PolicyStore store, Executor writers, int parallel, int bound) {
        this.store = store;
        this.batching = new Batching<>(this::take, writers, parallel, bound, LARGEST_BATCH);
    }

    /**
     * Takes the events of a delivery in; complete when they are durable and acted on. Fails with
     * {@link StoreUnavailableException}, also when too many wait; then nothing was recorded.
     *
     * @param read gives the events, by the store's clock; runs on a writer thread, exactly once
     * @return for each event whether it was new, in their order
     */
    public CompletableFuture<List<Boolean>> receive(Function<Instant, List<Receipt>> read) {
        Delivery delivery = new Delivery(read, new CompletableFuture<>());
        batching.add(delivery);
        return delivery.future;
    }

    private void take(List<Delivery> batch) {
        List<Ready> ready = new ArrayList<>();
        try {
            Instant now = store.now();
            for (Delivery one : batch) {
                read(one, now, ready);
            }
        } catch (RuntimeException | Error e) {
            batch.forEach(one -> one.fail(e));
            return;
        }
        receive(ready);
    }

    private static void read(Delivery one, Instant now, List<Ready> ready) {
        try {
            ready.add(new Ready(one, one.read.apply(now)));
        } catch (RuntimeException e) {
            one.fail(e);
        }
    }

    private void receive(List<Ready> ready) {
        if (ready.isEmpty()) {
            return;
        }
        try {
            List<Boolean> fresh = store.inbox()
                    .receive(
                            ready.stream().flatMap(one -> one.receipts.stream()).toList());
            int first = 0;
            for (Ready one : ready) {
                int end = first + one.receipts.size();
                one.delivery.future.complete(List.copyOf(fresh.subList(first, end)));
                first = end;
            }
        } catch (StoreUnavailableException e) {
            ready.forEach(one -> one.delivery.fail(e));
        } catch (RuntimeException | Error e) {
            apart(ready, e);
        }
    }

    /** One delivery that breaks must not take down those that happen to stand beside it. */
    private void apart(List<Ready> ready, Throwable why) {
        if (ready.size() == 1) {
            ready.get(0).delivery.fail(why);
            return;
        }
        ready.forEach(one -> receive(List.of(one)));
    }

    /** Waits for what is under way, bounded, and fails what is left. */
    @Override
    public void close() {
        batching.close();
    }

    private record Delivery(Function<Instant, List<Receipt>> read, CompletableFuture<List<Boolean>> future)
            implements Batching.Waiting {
        @Override
        public void fail(Throwable cause) {
            future.completeExceptionally(cause);
        }
    }

    private record Ready(Delivery delivery, List<Receipt> receipts) {}
}
