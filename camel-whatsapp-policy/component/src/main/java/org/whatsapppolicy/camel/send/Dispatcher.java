package org.whatsapppolicy.camel.send;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.store.PolicyStore;

/**
 * Sends held messages when they are due, through the same messenger as routes do, and ends the silence of attempts whose
 * owner died. One loop a node; claims keep several nodes apart.
 */
final class Dispatcher implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final long LONGEST_REST = 500;
    private static final long SWEEP = TimeUnit.SECONDS.toNanos(1);
    private static final Duration CLAIM = Duration.ofSeconds(60);

    private final Messenger messenger;
    private final Workshop shop;
    private final PolicyStore store;
    private final Gate gate;
    private final Unsettled unsettled;
    private final Flights flights;
    private final Semaphore bell = new Semaphore(0);
    private final Set<UUID> under = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private volatile boolean storeAway;

    Dispatcher(Messenger messenger, Workshop shop, Gate gate, Unsettled unsettled, Flights flights) {
        this.messenger = messenger;
        this.shop = shop;
        this.store = shop.store();
        this.gate = gate;
        this.unsettled = unsettled;
        this.flights = flights;
    }

    void start() {
        running = true;
        shop.blocking().execute(this);
    }

    void stop() {
        running = false;
        bell.release();
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
            long rest = LONGEST_REST;
            try {
                if (shop.nanos().getAsLong() - swept >= SWEEP) {
                    swept = shop.nanos().getAsLong();
                    sweep();
                }
                rest = dispatch();
                storeAway = false;
            } catch (RuntimeException e) {
                if (!storeAway) {
                    LOG.warn("Held messages cannot be looked for just now: {}", e.toString());
                }
                storeAway = true;
            }
            if (rest > 0 && running) {
                rest(rest);
            }
        }
    }

    private void sweep() {
        flights.sweep();
        unsettled.bring(store);
        int ruled = store.ruleUnknown(messenger.document(), shop.unknownHorizon());
        if (ruled > 0) {
            LOG.warn("{} messages whose fate stayed unknown were ruled on as their purposes say", ruled);
        }
        int silent = store.expireLeases(shop.answerTimeout());
        if (silent > 0) {
            LOG.warn("{} messages got no outcome in time and count as unknown", silent);
        }
    }

    /** Claims what is due and there is room for. Returns how long to rest, in milliseconds. */
    private long dispatch() {
        int most = Math.max(gate.free(), shop.permits() / 8 + 1);
        int room = Math.min(most, shop.permits() - under.size());
        if (room <= 0) {
            return 10;
        }
        List<SendRequest> due = store.claimDue(room, CLAIM);
        for (SendRequest request : due) {
            if (under.add(request.id())) {
                messenger.sendHeld(request, result -> {
                    under.remove(request.id());
                    LOG.debug(
                            "Held message {}: {}",
                            request.id(),
                            result.getClass().getSimpleName());
                });
            }
        }
        if (due.size() == room) {
            return 0;
        }
        Optional<Instant> next = store.nextDue();
        return next.map(at -> Math.max(
                        1,
                        Math.min(LONGEST_REST, Duration.between(store.now(), at).toMillis())))
                .orElse(LONGEST_REST);
    }
}
