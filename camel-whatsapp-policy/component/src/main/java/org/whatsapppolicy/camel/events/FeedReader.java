package org.whatsapppolicy.camel.events;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.handover.Attempts;
import org.whatsapppolicy.camel.handover.Bell;
import org.whatsapppolicy.camel.send.Later;
import org.whatsapppolicy.store.Feed;
import org.whatsapppolicy.store.Feed.Page;
import org.whatsapppolicy.store.FeedEvent;

/**
 * Brings events to a route, one after the other and each at least once, as long as this reader is the active one of its
 * subscriber; else it waits to follow (S-41). An event the route cannot take is tried again, and those behind it wait; when its
 * attempts are spent it stays in the store as dead. What was taken is recorded a page at a time and at least once a second, so a
 * process that dies repeats a second's events at most.
 */
public final class FeedReader implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);
    private static final int PAGE = 256;
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final long PROLONG_SECONDS = 10;
    private static final long SAVE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long GOODBYE_SECONDS = 10;

    /** What other processes commit is found by looking. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** After a page that was not full: what comes meanwhile is one page and not many. */
    private static final Duration GATHER = Duration.ofMillis(20);

    private static final Duration FOLLOW = Duration.ofSeconds(1);

    private enum Fate {
        TAKEN,
        DEAD,
        LEFT
    }

    private final Feed feed;
    private final Subscription subscription;
    private final String name;
    private final Predicate<FeedEvent> route;
    private final Attempts attempts;
    private final Executor blocking;
    private final Later timer;
    private final Bell bell = new Bell();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean leading;

    /**
     * Makes a reader; start it, it takes a thread of its own.
     *
     * @param name tells readers of the same subscriber apart
     * @param route brings one event through and tells whether that went well; may block
     * @param blocking runs the reader, and what it asks the store meanwhile
     */
    public FeedReader(
            Feed feed,
            Subscription subscription,
            String name,
            Predicate<FeedEvent> route,
            Attempts attempts,
            Executor blocking,
            Later timer) {
        this.feed = feed;
        this.subscription = subscription;
        this.name = name;
        this.route = route;
        this.attempts = attempts;
        this.blocking = blocking;
        this.timer = timer;
    }

    /** Makes the subscriber known, so that it gets everything from here on, and begins to read. */
    public void start() {
        feed.subscribe(subscription.subscriber(), subscription.kinds());
        blocking.execute(this);
        prolongLater();
    }

    /** Ends after the event that the route has at the moment, records what was taken, and lets another follow. */
    public void stop() {
        bell.end();
        try {
            if (!ended.await(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn(
                        "The route still has an event of subscriber {}: it may get it again",
                        subscription.subscriber());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        boolean away = false;
        Feed.Ears ears = feed.listen(bell::ring);
        try {
            while (bell.open()) {
                try {
                    step();
                    away = false;
                } catch (RuntimeException | Error e) {
                    if (!away) {
                        LOG.warn("Events of {} cannot be read just now: {}", subscription.subscriber(), e.toString());
                    }
                    away = true;
                    bell.pause(FOLLOW);
                }
            }
        } finally {
            ears.close();
            leave();
            ended.countDown();
        }
    }

    private void step() {
        if (!leading && !lead()) {
            // Nobody may have been here for so long that the subscriber was forgotten.
            feed.keep(subscription.subscriber(), subscription.kinds());
            bell.pause(FOLLOW);
            return;
        }
        Page page = feed.next(subscription.subscriber(), name, PAGE);
        if (page.upTo() == 0) {
            bell.rest(LOOK);
            return;
        }
        hand(page);
        if (page.events().size() < PAGE) {
            bell.pause(GATHER);
        }
    }

    private boolean lead() {
        leading = feed.lead(subscription.subscriber(), name, LEASE);
        return leading;
    }

    private void hand(Page page) {
        long done = 0;
        long saved = System.nanoTime();
        for (FeedEvent event : page.events()) {
            Fate fate = fate(event);
            if (fate == Fate.LEFT) {
                save(done);
                return;
            }
            if (fate == Fate.DEAD) {
                LOG.error(
                        "Event {} was given to the route of subscriber {} {} times in vain and is left in the store as dead",
                        event.place(),
                        subscription.subscriber(),
                        attempts.most());
                leading &= feed.dead(subscription.subscriber(), name, event.place(), LEASE);
            }
            done = event.place();
            if (System.nanoTime() - saved > SAVE_NANOS) {
                saved = System.nanoTime();
                save(done);
            }
        }
        save(page.upTo());
    }

    private void save(long done) {
        if (done > 0) {
            leading &= feed.taken(subscription.subscriber(), name, done, LEASE);
        }
    }

    private Fate fate(FeedEvent event) {
        for (int failures = 1; bell.open() && leading; failures++) {
            if (route.test(event)) {
                return Fate.TAKEN;
            }
            if (attempts.spent(failures)) {
                return Fate.DEAD;
            }
            bell.pause(attempts.pause(failures));
        }
        return Fate.LEFT;
    }

    /** A route may take longer over one event than the lease lasts. */
    private void prolongLater() {
        timer.in(PROLONG_SECONDS, TimeUnit.SECONDS, () -> {
            if (bell.open()) {
                try {
                    blocking.execute(this::prolong);
                } catch (RejectedExecutionException e) {
                    LOG.debug("Not prolonged this time: {}", e.toString());
                }
                prolongLater();
            }
        });
    }

    private void prolong() {
        try {
            if (!leading || !bell.open()) {
                return;
            }
            if (feed.lead(subscription.subscriber(), name, LEASE)) {
                // While nobody could read, a node of an older version may have dropped kinds that it does not know.
                feed.keep(subscription.subscriber(), subscription.kinds());
            } else {
                LOG.warn("Another reader follows for subscriber {}", subscription.subscriber());
                leading = false;
            }
        } catch (RuntimeException e) {
            LOG.debug("The lease could not be prolonged: {}", e.toString());
        }
    }

    private void leave() {
        try {
            feed.leave(subscription.subscriber(), name);
        } catch (RuntimeException e) {
            LOG.warn("Another reader of {} has to wait for the lease: {}", subscription.subscriber(), e.toString());
        }
    }
}
