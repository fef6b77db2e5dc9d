package org.whatsapppolicy.camel;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * The threads of one component. Each kind of waiting has its own, so that one that hangs keeps none from the others. What cannot be
 * taken is refused, at the limit of threads as after the stop.
 */
final class Threads {

    /** What waits is bounded by the messages and events that are under way. */
    private static final int WITH_THE_MESSAGES = Integer.MAX_VALUE;

    /** Who is asked no faster than that does not answer in time anyway. */
    private static final int WAITING_QUESTIONS = 10_000;

    private static final int TIMER_THREADS = 2;

    /** As Camel says it. */
    private static final int UNBOUNDED = -1;

    private final ExecutorServiceManager pools;
    private final Refusing requests;
    private final Refusing callbacks;
    private final Refusing events;
    private final Refusing consents;
    private final Refusing blocking;
    private final ScheduledExecutorService timer;

    /** @param source whom the context notes as their owner */
    Threads(CamelContext context, Object source, int transportThreads, int callbackThreads) {
        this.pools = context.getExecutorServiceManager();
        this.requests = fixed(source, "WhatsAppPolicyRequests", transportThreads, WITH_THE_MESSAGES);
        this.callbacks = fixed(source, "WhatsAppPolicyCallbacks", callbackThreads, WITH_THE_MESSAGES);
        this.events = fixed(source, "WhatsAppPolicyEvents", callbackThreads, WITH_THE_MESSAGES);
        this.consents = fixed(source, "WhatsAppPolicyConsent", transportThreads, WAITING_QUESTIONS);
        this.blocking = new Refusing(pools.newCachedThreadPool(source, "WhatsAppPolicyStore"));
        this.timer = timer(source);
    }

    /**
     * Camel's own default refuses what comes while a thousand wait, as a question about consent does until it is answered. Its threads
     * are there from the start: what comes later is never without one.
     */
    private ScheduledExecutorService timer(Object source) {
        ThreadPoolProfile profile = new ThreadPoolProfile("WhatsAppPolicyTimer");
        profile.setPoolSize(TIMER_THREADS);
        profile.setMaxQueueSize(UNBOUNDED);
        ScheduledExecutorService own = pools.newScheduledThreadPool(source, profile.getId(), profile);
        for (int i = 0; i < TIMER_THREADS; i++) {
            own.execute(() -> {});
        }
        return own;
    }

    /**
     * Camel's own default keeps a thousand waiting, then lets the caller do the work, which may be the thread that writes to the
     * store, and drops what comes after the shutdown without a word.
     */
    private Refusing fixed(Object source, String name, int threads, int waiting) {
        ThreadPoolProfile profile = new ThreadPoolProfile(name);
        profile.setPoolSize(threads);
        profile.setMaxPoolSize(threads);
        profile.setKeepAliveTime(0L);
        profile.setAllowCoreThreadTimeOut(false);
        profile.setMaxQueueSize(waiting);
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return new Refusing(pools.newThreadPool(source, name, profile));
    }

    /** For requests to the platform. */
    Executor requests() {
        return requests;
    }

    /** For the steps of routes after a send. */
    Executor callbacks() {
        return callbacks;
    }

    /** For routes that take events. They may wait for a send of theirs, whose end comes by the callbacks. */
    Executor events() {
        return events;
    }

    /** For endpoints that are asked for consent. */
    Executor consents() {
        return consents;
    }

    /** For what blocks on the store. */
    Executor blocking() {
        return blocking;
    }

    /** For what is short and never blocks. */
    ScheduledExecutorService timer() {
        return timer;
    }

    /** Nothing begins by itself any more. */
    void stopTimer() {
        pools.shutdownNow(timer);
    }

    /** Comes last: what has begun still needs them to end. */
    void stop() {
        pools.shutdown(requests.pool());
        pools.shutdown(consents.pool());
        pools.shutdown(events.pool());
        pools.shutdown(callbacks.pool());
        pools.shutdown(blocking.pool());
    }
}
