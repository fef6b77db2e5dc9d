package org.whatsapppolicy.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.store.Inbox.Queued;
import org.whatsapppolicy.store.Inbox.Receipt;

/**
 * Takes deliveries of the webhook in, those that come at the same time in one transaction: one fsync pays for many. The same
 * transaction gives the events to a route of this node and records which of the earlier ones it has. Never blocks the caller.
 * Thread-safe.
 *
 * @param <E> what an event is for the route
 */
public final class GroupReceive<E> implements AutoCloseable {

    /** For how long nobody else gets an event that a route of this node got as it came; who crashes loses it then. */
    public static final Duration LEASE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(GroupReceive.class);
    private static final int LARGEST_BATCH = 64;
    /** How many of a batch are waited for in vain, each for as long as a lock is, before the rest is told so too. */
    private static final int WAITS = 2;

    /** What a transaction costs is paid by all in it: two half as large cost the most when there is the most to do. */
    private static final int ENOUGH = 16;

    private static final int LARGE = 8;
    private static final long LONGEST_GATHERING = TimeUnit.MILLISECONDS.toNanos(2);

    private final PolicyStore store;
    private final Executor answers;
    private final Route<E> route;
    private final Batching<Delivery<E>> batching;

    /**
     * Makes one.
     *
     * @param store where they go
     * @param writers runs the writer loops
     * @param answers completes the futures of a batch and hands its events over, so that the writers go on with the next
     * @param parallel how many transactions may be under way at once, the others only when many wait; 1 for a single-writer
     *     database
     * @param bound how many deliveries may wait at most
     * @param route of this node
     */
    public GroupReceive(
            PolicyStore store, Executor writers, Executor answers, int parallel, int bound, Route<E> route) {
        this.store = store;
        this.answers = answers;
        this.route = route;
        // A database with one writer is a file: its transactions cost little but the disk, and who waits for others
        // keeps it idle.
        int large = parallel > 1 ? LARGE : Integer.MAX_VALUE;
        Batching.Manner manner = new Batching.Manner(
                parallel, bound, LARGEST_BATCH, ENOUGH, large, GroupReceive::patience, Batching.Manner.SHORT);
        this.batching = new Batching<>(this::take, writers, manner);
    }

    private static long patience(long took) {
        return Math.min(LONGEST_GATHERING, took / 4);
    }

    /**
     * Takes the events of a delivery in; complete when they are durable and acted on. Fails with
     * {@link StoreUnavailableException}, also when too many wait; then nothing was recorded. Continue elsewhere with anything
     * that blocks: the others of the batch wait for their answers.
     *
     * @param read gives the events, by the store's clock if they need it: asking is a look at the database, one for a whole batch;
     *     runs on a writer thread, exactly once
     * @return what became of it
     */
    public CompletableFuture<Recorded> receive(Function<InstantSource, List<Arriving<E>>> read) {
        Delivery<E> delivery = new Delivery<>(read, new CompletableFuture<>());
        batching.add(delivery);
        return delivery.future;
    }

    private Contact take(List<Delivery<E>> batch) {
        List<Ready<E>> ready = new ArrayList<>();
        OneLook clock = new OneLook(store);
        for (Delivery<E> one : batch) {
            read(one, clock, ready);
        }
        return ready.isEmpty() ? clock.contact() : receive(ready);
    }

    private void read(Delivery<E> one, InstantSource clock, List<Ready<E>> ready) {
        try {
            ready.add(new Ready<>(one, one.read.apply(clock)));
        } catch (RuntimeException | Error e) {
            tell(() -> one.fail(e));
        }
    }

    private Contact receive(List<Ready<E>> ready) {
        try {
            record(ready);
            return Contact.ANSWERED;
        } catch (StoreUnavailableException e) {
            if (e.ofSomeOnly() && ready.size() > 1) {
                return oneByOne(ready);
            }
            fail(ready, e);
            return Contact.failed(e);
        } catch (RuntimeException | Error e) {
            if (ready.size() > 1) {
                return oneByOne(ready);
            }
            fail(ready, e);
            return Contact.NONE;
        }
    }

    /**
     * One that breaks must not take down those that happen to stand beside it, and where somebody holds one of these people for too
     * long, as a route's long transaction does (M-9), the others do not fail with it.
     */
    private Contact oneByOne(List<Ready<E>> ready) {
        Contact contact = Contact.NONE;
        StoreUnavailableException enough = null;
        int waits = WAITS;
        for (Ready<E> one : ready) {
            if (enough != null) {
                fail(List.of(one), enough);
                continue;
            }
            try {
                record(List.of(one));
                contact = Contact.ANSWERED;
            } catch (StoreUnavailableException e) {
                fail(List.of(one), e);
                contact = contact.and(Contact.failed(e));
                waits--;
                if (!e.ofSomeOnly()) {
                    enough = e.forWhoWaitedBehind();
                } else if (waits == 0) {
                    enough = e;
                }
            } catch (RuntimeException | Error e) {
                fail(List.of(one), e);
            }
        }
        return contact;
    }

    private void fail(List<Ready<E>> ready, Throwable why) {
        tell(() -> ready.forEach(one -> one.delivery.fail(why)));
    }

    /** Tells all of them what became of them, unless it throws why that could not be done. */
    private void record(List<Ready<E>> ready) {
        List<Arriving<E>> arriving =
                ready.stream().flatMap(one -> one.arriving.stream()).toList();
        List<Long> had = route.had();
        Intake.Result result;
        try {
            result = store.inbox()
                    .take(new Intake(arriving.stream().map(Arriving::receipt).toList(), had, route.room(), LEASE));
        } catch (RuntimeException | Error e) {
            route.hadNotRecorded(had);
            throw e;
        }
        tell(() -> taken(ready, arriving, result));
    }

    /** The platform has its answers first; a route gets events in their order. */
    private void taken(List<Ready<E>> ready, List<Arriving<E>> arriving, Intake.Result result) {
        int first = 0;
        for (Ready<E> one : ready) {
            int end = first + one.arriving.size();
            one.delivery.future.complete(new Recorded(result.fresh().subList(first, end), result.at()));
            first = end;
        }
        List<Handed<E>> handed = new ArrayList<>();
        for (Intake.Claim claim : result.claims()) {
            handed.add(new Handed<>(claim.event(), arriving.get(claim.receipt()).event));
        }
        if (!handed.isEmpty() && !route.hand(handed)) {
            putBack(handed);
        }
        if (result.left()) {
            route.wake();
        }
    }

    private void putBack(List<Handed<E>> handed) {
        try {
            store.inbox().again(handed.stream().map(one -> one.queued.id()).toList(), Duration.ZERO);
        } catch (RuntimeException e) {
            LOG.warn("Events that no route took as they came are given out again in {}: {}", LEASE, e.toString());
        }
    }

    private void tell(Runnable news) {
        try {
            answers.execute(news);
        } catch (RejectedExecutionException | Error e) {
            // It is shut down, or no thread can be started.
            news.run();
        }
    }

    /** Waits for what is under way, bounded, and fails what is left. */
    @Override
    public void close() {
        batching.close();
    }

    /**
     * The route of this node that gets events, if there is one. Thread-safe; nothing of it blocks or throws.
     *
     * @param <E> what an event is for it
     */
    public interface Route<E> {

        /** How many more events it takes at once; 0 while earlier ones wait for it in the table. */
        int room();

        /** What it has by now and nobody recorded: the caller will, or says that it {@link #hadNotRecorded could not}. */
        List<Long> had();

        /** It stays to be recorded that it has these. */
        void hadNotRecorded(List<Long> ids);

        /** These are its own, claimed for {@link #LEASE}, those of one person in their order; false when it stopped meanwhile. */
        boolean hand(List<Handed<E>> events);

        /** There is something in the table. */
        void wake();
    }

    /**
     * An event that comes.
     *
     * @param receipt what is recorded and acted on
     * @param event what the route gets, or null for one that no route gets
     * @param <E> what that is
     */
    public record Arriving<E>(Receipt receipt, @Nullable E event) {}

    /**
     * An event that is the route's.
     *
     * @param queued by which it stands in the table
     * @param event as it arrived, or null when that has to be read from the table's text
     * @param <E> what that is
     */
    public record Handed<E>(Queued queued, @Nullable E event) {}

    /**
     * A delivery that is durable and acted on.
     *
     * @param fresh of each event whether it was new, in their order
     * @param at when, by the store's clock
     */
    public record Recorded(List<Boolean> fresh, Instant at) {
        public Recorded {
            fresh = List.copyOf(fresh);
        }
    }

    /**
     * The store's clock, read when it is first asked for and shared by a batch, and so is that it cannot be read: to find that out
     * takes as long as a connection is waited for. For one thread.
     */
    private static final class OneLook implements InstantSource {

        private final PolicyStore store;
        private @Nullable Instant now;
        private @Nullable StoreUnavailableException away;

        OneLook(PolicyStore store) {
            this.store = store;
        }

        @Override
        public Instant instant() {
            if (away != null) {
                throw away;
            }
            try {
                Instant known = now == null ? store.now() : now;
                now = known;
                return known;
            } catch (StoreUnavailableException e) {
                away = e;
                throw e;
            }
        }

        Contact contact() {
            return away != null ? Contact.failed(away) : now != null ? Contact.ANSWERED : Contact.NONE;
        }
    }

    private record Delivery<E>(Function<InstantSource, List<Arriving<E>>> read, CompletableFuture<Recorded> future)
            implements Batching.Waiting {
        @Override
        public void fail(Throwable cause) {
            future.completeExceptionally(cause);
        }
    }

    private record Ready<E>(Delivery<E> delivery, List<Arriving<E>> arriving) {}
}
