package org.whatsapppolicy.camel.send;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.send.Departures.Found;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.DueWatch;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.Room;

/**
 * Sends held messages when they are due, through the same messenger as routes do, and ends the silence of attempts whose
 * owner died. One loop a node; claims keep several nodes apart.
 */
final class Dispatcher implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    /** When others are heard; what was missed for any reason is found then. */
    private static final long IDLE_REST = 5_000;
    /** When others are not heard: what they hold is on its way within a quarter of a second all the same. */
    private static final long DEAF_REST = 100;
    /** When something is under way that has a bound, or nothing may leave. */
    private static final long BUSY_REST = 1_000;

    private static final long SHORT_REST = 10;
    /** When what is due is of senders that have enough here, it seems. */
    private static final long FULL_REST = 50;

    private static final long AWAY_REST = 500;
    private static final long SWEEP = TimeUnit.SECONDS.toNanos(1);
    private static final int LONGEST_END = 5;
    private static final Duration CLAIM = Duration.ofSeconds(60);
    private static final Duration TAKEN_UP = Duration.ofSeconds(50);
    /** How many times as many as may be under way are kept ready. */
    private static final int AHEAD = 8;

    private final Messenger messenger;
    private final Workshop shop;
    private final PolicyStore store;
    private final Lanes lanes;
    private final Gate gate;
    private final Unsettled unsettled;
    private final Flights flights;
    private final Semaphore bell = new Semaphore(0);
    private final Claims claims;
    private final Departures departures;
    private final Openings openings;
    private final Unsent unsent = new Unsent();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable DueWatch watch;
    private volatile boolean running;
    /** Whether what is due may leave. */
    private volatile boolean open;

    private volatile boolean storeAway;
    private volatile boolean more;
    private boolean sweepOwed;

    Dispatcher(
            Messenger messenger,
            Workshop shop,
            Supplier<PolicyEngine> engine,
            Lanes lanes,
            Gate gate,
            Unsettled unsettled,
            Flights flights) {
        this.messenger = messenger;
        this.shop = shop;
        this.store = shop.store();
        this.lanes = lanes;
        this.gate = gate;
        this.unsettled = unsettled;
        this.flights = flights;
        this.claims = new Claims(AHEAD * shop.permits(), TAKEN_UP.toNanos());
        this.openings = new Openings(lanes, store, shop.blocking(), shop.nanos(), this::wake);
        this.departures = new Departures(messenger, store, engine, lanes, gate, unsettled, shop.permits(), CLAIM);
    }

    void start() {
        running = true;
        watch = store.watchDue(this::wake, shop.blocking());
        shop.blocking().execute(this);
    }

    /** What is due leaves from now on. */
    void open() {
        open = true;
        wake();
    }

    /** Begins none any more; what else there is to do goes on. */
    void shut() {
        open = false;
    }

    void stop() {
        running = false;
        bell.release();
    }

    /** Lets other nodes have what has not begun and will not; what has goes on. */
    void handBackNotBegun() {
        unsent.add(claims.notBegun());
        // A store that is away would keep the stop for as long as it waits for a connection, here and once more at the
        // end.
        if (!storeAway) {
            unsent.bring(store);
            openings.bring();
        }
    }

    /** Lets other nodes have what was claimed here and not begun. */
    void handBack() {
        DueWatch watched = watch;
        if (watched == null) {
            return;
        }
        watched.close();
        try {
            boolean unused = ended.await(LONGEST_END, TimeUnit.SECONDS);
            unsent.add(claims.all());
            store.setBack();
            openings.bring();
            int back = unsent.giveBack(store);
            LOG.debug("{} claims were given back", back);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Claims are not given back, they run out by themselves: {}", e.toString());
        }
    }

    /** Whether the store could not be used when it was last asked. */
    boolean storeAway() {
        return storeAway;
    }

    /** Something may be due. */
    void wake() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    /** Waits a little. */
    void rest(long millis) {
        try {
            if (bell.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
                sweepOwed = true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void run() {
        long swept = shop.nanos().getAsLong() - SWEEP;
        while (running) {
            long rest = AWAY_REST;
            try {
                if (shop.nanos().getAsLong() - swept >= SWEEP) {
                    swept = shop.nanos().getAsLong();
                    sweepOwed = false;
                    sweep();
                }
                rest = open ? look() : BUSY_REST;
                // A look that changes nothing succeeds also where nobody can write.
                storeAway = storeAway && sweepOwed;
            } catch (RuntimeException | Error e) {
                // Nobody else would look, and nobody would know.
                more = false;
                sweepOwed = true;
                if (!storeAway) {
                    LOG.warn("Held messages cannot be looked for just now: {}", e.toString());
                }
                storeAway = true;
            }
            if (rest > 0 && running) {
                rest(sweepOwed ? Math.min(rest, BUSY_REST) : rest);
            }
        }
        ended.countDown();
    }

    /** Looks for what is due, and begins what there is room for; how long to rest then, in milliseconds. */
    private long look() {
        Room room = departures.room(openings.room(claims.room()));
        long rest = room.most() == 0 ? SHORT_REST : more ? 0 : untilDue();
        if (rest <= 0) {
            int claimed = claim(room);
            more = departures.more(claimed, room);
            rest = claimed > 0 ? 0 : room.ofSender().containsValue(0) ? FULL_REST : SHORT_REST;
        }
        begin();
        return rest;
    }

    /** How long to rest, in milliseconds: until something is due, or may be without having been heard of. */
    private long untilDue() {
        DueWatch watched = watch;
        long most = watched == null || !watched.everywhere() ? DEAF_REST : IDLE_REST;
        if (!flights.none() || unsettled.size() > 0 || !unsent.none() || !openings.none()) {
            most = Math.min(most, BUSY_REST);
        }
        Optional<Duration> until = store.untilDue();
        if (until.isEmpty()) {
            return most;
        }
        return until.get().compareTo(Duration.ofMillis(most)) > 0
                ? most
                // A fraction of a millisecond too early would be a look too many.
                : until.get().plusNanos(999_999).toMillis();
    }

    private void sweep() {
        claims.know(lanes.paces());
        flights.sweep();
        unsettled.bring(store);
        unsent.bring(store);
        openings.bring();
        int back = store.setBack();
        if (back > 0) {
            LOG.info("{} messages are held again: the answer to their commit was lost, and they were not sent", back);
        }
        int ruled = store.ruleUnknown(messenger.document(), shop.unknownHorizon(), shop.maxAttempts());
        if (ruled > 0) {
            LOG.warn("{} messages whose fate stayed unknown were ruled on as their purposes say", ruled);
        }
        int silent = store.expireLeases(shop.answerTimeout());
        if (silent > 0) {
            LOG.warn("{} messages got no outcome in time and count as unknown", silent);
        }
    }

    /** Claims what is due, as far as there is room, and sends what need not wait here; returns how many. */
    private int claim(Room room) {
        int[] all = {0};
        messenger.unlessHeldBack(() -> {
            Found found = departures.find(room, this::mayDepart);
            claims.add(openings.through(found.claimed()), shop.nanos().getAsLong(), lanes::pace);
            all[0] = found.all();
        });
        return all[0];
    }

    /** There may be room for more of those that nothing keeps. */
    void mayDepart() {
        if (more && departures.open()) {
            wake();
        }
    }

    /** Begins as many as there is room for; routes that send at the same time leave an eighth of it. */
    private void begin() {
        while (running && open && unsent.none()) {
            SendRequest next = claims.begin(shop.nanos().getAsLong(), this::mayBegin);
            if (next == null) {
                return;
            }
            if (openings.neededBy(next)) {
                claims.ended(next.id());
                openings.begin(List.of(next));
                continue;
            }
            try {
                // Steps of routes may hold every thread that tells ends, and what is held must not stand still for
                // that.
                messenger.sendHeld(next, new Waiter(result -> ended(next, result)));
            } catch (RuntimeException e) {
                // The others go on, it is claimed again later.
                claims.ended(next.id());
                LOG.warn("Held message {} could not begin just now: {}", next.id(), e.toString());
            }
        }
    }

    private boolean mayBegin(int begun) {
        return begun < gate.most() && (gate.free() > 0 || begun <= shop.permits() / 8);
    }

    private void ended(SendRequest request, SendResult result) {
        UUID id = request.id();
        // First: who gives it back may claim it again at once.
        claims.ended(id);
        if (result instanceof SendResult.Failed failed) {
            if (!running || !open) {
                unsent.add(List.of(id));
            } else if (openings.neededBy(request)) {
                openings.begin(List.of(request));
            } else if (unsent.failed(id, failed.cause())) {
                wake();
            }
        }
        LOG.debug("Held message {}: {}", id, result.getClass().getSimpleName());
        begin();
        if (more && claims.room().most() > 0) {
            wake();
        }
    }
}
