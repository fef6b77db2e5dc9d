package org.whatsapppolicy.camel;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExecutorServiceManager;

/** The threads of one component. Each kind of waiting has its own, so that one that hangs keeps none from the others. */
final class Threads {

    private final ExecutorServiceManager pools;
    private final ExecutorService requests;
    private final ExecutorService callbacks;
    private final ExecutorService consents;
    private final ExecutorService blocking;
    private final ScheduledExecutorService timer;

    /** @param source whom the context notes as their owner */
    Threads(CamelContext context, Object source, int transportThreads, int callbackThreads) {
        this.pools = context.getExecutorServiceManager();
        this.requests = pools.newFixedThreadPool(source, "WhatsAppPolicyRequests", transportThreads);
        this.callbacks = pools.newFixedThreadPool(source, "WhatsAppPolicyCallbacks", callbackThreads);
        this.consents = pools.newFixedThreadPool(source, "WhatsAppPolicyConsent", transportThreads);
        this.blocking = pools.newCachedThreadPool(source, "WhatsAppPolicyStore");
        this.timer = pools.newScheduledThreadPool(source, "WhatsAppPolicyTimer", 2);
    }

    /** For requests to the platform. */
    ExecutorService requests() {
        return requests;
    }

    /** For the steps of routes after a send. */
    ExecutorService callbacks() {
        return callbacks;
    }

    /** For endpoints that are asked for consent. */
    ExecutorService consents() {
        return consents;
    }

    /** For what blocks on the store. */
    ExecutorService blocking() {
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
        pools.shutdown(requests);
        pools.shutdown(consents);
        pools.shutdown(callbacks);
        pools.shutdown(blocking);
    }
}
