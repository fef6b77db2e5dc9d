package org.whatsapppolicy.camel.send;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a message go to its decision only by a lane that is open, with a connection permit and a token in hand (M-2, M-7). Who gets
 * none waits by priority; while it waits it is judged once without effect, so that what is denied or deferred leaves at once.
 */
final class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final long TICK = 10;
    /** Nobody is judged twice who would have gone at once. */
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(10);
    /** So long a sender's token is waited for when it is read for the first time, also by those who do not wait for a turn. */
    private static final long READ = TimeUnit.SECONDS.toNanos(5);
    /** How many times as many as there are connections may be decided ahead of them. */
    private static final int HEADWAY = 3;

    /** What becomes of those who pass, and of those who do not. */
    interface Ways {
        /** It holds a permit and a token: decide and send. */
        void go(Passage passage, Lane lane);

        /** It has waited for a while: tell {@link Gate#leave} when it need not wait, because the answer is no. */
        void judge(Passage passage);

        /** It must not wait any longer, or there is no room. */
        void limited(Passage passage);

        /** Its sender's token cannot be read. */
        void failed(Passage passage, Throwable why);

        /** It waits for a lane by which it leaves no more. */
        void moved(Passage passage);

        /** A permit came back, and nobody waited for it here. */
        void free();
    }

    private final AtomicInteger permits;
    private final int connections;
    private final Headway headway;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicBoolean ticking = new AtomicBoolean();
    private final int bound;
    private final Lanes lanes;
    private final TokenSource source;
    private final Ways ways;
    private final Later timer;
    private final LongSupplier nanos;
    private volatile boolean closed;

    /**
     * @param connections how many requests may be under way at once; some more are decided meanwhile
     * @param bound how many may wait
     */
    Gate(int connections, int bound, Lanes lanes, TokenSource source, Ways ways, Later timer, LongSupplier nanos) {
        this.permits = new AtomicInteger(connections);
        this.connections = connections;
        this.headway = new Headway(HEADWAY * connections, nanos.getAsLong());
        this.bound = bound;
        this.lanes = lanes;
        this.source = source;
        this.ways = ways;
        this.timer = timer;
        this.nanos = nanos;
    }

    void enter(Passage passage, Lane lane) {
        if (lane.queue.isEmpty() && passes(lane)) {
            ways.go(passage, lane);
        } else if (waiting.incrementAndGet() > bound && !passage.held) {
            waiting.decrementAndGet();
            ways.limited(passage);
        } else {
            passage.queued();
            lane.queue.add(passage);
            // Who came while it closed was maybe not seen there, and nothing moves the queue any more.
            if (closed && leave(passage)) {
                ways.limited(passage);
                return;
            }
            pump(lane);
            tick();
        }
    }

    /** Whether the lane is open, and there is a permit and a token; takes both. */
    boolean passes(Lane lane) {
        if (!lane.isOpen() || !permit()) {
            return false;
        }
        if (lane.tokens.take(nanos.getAsLong())) {
            return true;
        }
        permits.incrementAndGet();
        return false;
    }

    /** Takes permits for that many, or for fewer; how many. */
    int take(int most) {
        for (int free = permits.get(); free > 0; free = permits.get()) {
            int taken = Math.min(most, free);
            if (permits.compareAndSet(free, free - taken)) {
                return taken;
            }
        }
        return 0;
    }

    /** Permits come back with which nothing was begun. */
    void giveBack(int unused) {
        permits.addAndGet(unused);
        if (unused > 0 && waiting.get() > 0) {
            pumpAll();
        }
    }

    /** A permit comes back. */
    void release() {
        permits.addAndGet(1 + headway.answered(nanos.getAsLong()));
        if (waiting.get() > 0) {
            pumpAll();
        } else {
            ways.free();
        }
    }

    /** Each lane is the first by turns. */
    private void pumpAll() {
        Lane[] all = lanes.all().toArray(Lane[]::new);
        int first = turn.getAndIncrement() & Integer.MAX_VALUE;
        for (int i = 0; i < all.length; i++) {
            pump(all[(first + i) % all.length]);
        }
    }

    /** It goes another way; false when somebody else has already taken it out. */
    boolean leave(Passage passage) {
        if (!passage.claim()) {
            return false;
        }
        waiting.decrementAndGet();
        Lane lane = passage.lane();
        if (lane != null) {
            lane.queue.remove(passage);
        }
        return true;
    }

    int waiting() {
        return waiting.get();
    }

    /** How many may be under way just now, decisions included. */
    int most() {
        return connections + headway.allowed();
    }

    int free() {
        return Math.max(0, permits.get());
    }

    /** Nobody waits any longer. */
    void close() {
        closed = true;
        letGo(passage -> true);
    }

    /** Nobody waits any longer who was held; others do. */
    void letGoHeld() {
        letGo(passage -> passage.held);
    }

    private void letGo(Predicate<Passage> whom) {
        for (Lane lane : lanes.all()) {
            for (Passage passage : lane.queue) {
                if (whom.test(passage) && leave(passage)) {
                    ways.limited(passage);
                }
            }
        }
    }

    private boolean permit() {
        for (int free = permits.get(); free > 0; free = permits.get()) {
            if (permits.compareAndSet(free, free - 1)) {
                return true;
            }
        }
        return false;
    }

    private void pump(Lane lane) {
        lane.drained(() -> drain(lane));
    }

    private void drain(Lane lane) {
        while (!lane.queue.isEmpty()) {
            if (!lane.isOpen()) {
                open(lane);
                return;
            }
            long wait = lane.tokens.until(nanos.getAsLong());
            if (wait > 0) {
                alarm(lane, wait);
                return;
            }
            if (wait < 0) {
                fetch(lane);
                return;
            }
            if (!passes(lane)) {
                return;
            }
            Passage next = lane.queue.pollFirst();
            if (next != null && next.claim()) {
                waiting.decrementAndGet();
                ways.go(next, lane);
            } else {
                lane.tokens.giveBack();
                permits.incrementAndGet();
            }
        }
    }

    private void open(Lane lane) {
        if (!closed) {
            lanes.open(lane, () -> pump(lane), why -> {
                if (lane.isOpen()) {
                    // Somebody else had better luck meanwhile.
                    pump(lane);
                    return;
                }
                for (Passage passage : lane.queue) {
                    if (!moved(passage, lane) && leave(passage)) {
                        ways.failed(passage, why);
                    }
                }
            });
        }
    }

    /** Whether it leaves by another lane since the document changed; it goes there then. */
    private boolean moved(Passage passage, Lane lane) {
        if (lanes.leavesBy(passage.request(), lane)) {
            return false;
        }
        if (leave(passage)) {
            ways.moved(passage);
        }
        return true;
    }

    private void fetch(Lane lane) {
        if (!closed && lane.tokens.mayFetch(nanos.getAsLong())) {
            source.fetch(lane, () -> pump(lane));
        }
    }

    private void alarm(Lane lane, long wait) {
        if (!closed && lane.alarm.compareAndSet(false, true)) {
            timer.in(wait, TimeUnit.NANOSECONDS, () -> {
                lane.alarm.set(false);
                pump(lane);
            });
        }
    }

    private void tick() {
        if (!closed && waiting.get() > 0 && ticking.compareAndSet(false, true)) {
            timer.in(TICK, TimeUnit.MILLISECONDS, () -> {
                ticking.set(false);
                try {
                    lanes.all().forEach(this::review);
                } catch (RuntimeException | Error e) {
                    // Nobody else would look again.
                    LOG.warn("Waiting messages could not be looked through: {}", e.toString());
                }
                tick();
            });
        }
    }

    private void review(Lane lane) {
        pump(lane);
        long now = nanos.getAsLong();
        for (Passage passage : lane.queue) {
            long waited = now - passage.entered();
            if (!lane.isOpen() && (moved(passage, lane) || unread(passage, waited))) {
                continue;
            }
            if (waited > passage.patience() && !passage.held && lane.isOpen()) {
                if (leave(passage)) {
                    ways.limited(passage);
                }
            } else if (waited > PATIENCE && passage.firstCheck()) {
                ways.judge(passage);
            }
        }
    }

    /**
     * Whether its sender's token was not there in time, of which it is told. That is no want of a turn, for which some do not wait
     * at all; and what is held would count as under way for as long as the vault hangs.
     */
    private boolean unread(Passage passage, long waited) {
        if (waited <= Math.max(passage.patience(), READ)) {
            return false;
        }
        if (leave(passage)) {
            ways.failed(passage, new IllegalStateException("its sender's token could not be read in time"));
        }
        return true;
    }
}
