package org.whatsapppolicy.camel.send;

import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.TokenLease;

/** Fetches chunks of tokens from the store, off the threads of the messages. */
final class TokenSource {

    private static final Logger LOG = LoggerFactory.getLogger(TokenSource.class);
    private static final long AGAIN = 250;

    private final PolicyStore store;
    private final Executor blocking;
    private final Later timer;
    private final LongSupplier nanos;

    TokenSource(PolicyStore store, Executor blocking, Later timer, LongSupplier nanos) {
        this.store = store;
        this.blocking = blocking;
        this.timer = timer;
        this.nanos = nanos;
    }

    /** Asks for as many as wait, at most a tenth of a second's worth, and calls {@code then} when they are there. */
    void fetch(Lane lane, Runnable then) {
        blocking.execute(() -> {
            int rate = lane.tokens.rate();
            int wanted = Math.max(1, Math.min(lane.queue.size(), rate / 10));
            long before = nanos.getAsLong();
            try {
                TokenLease lease = store.tokens(lane.sender.name(), rate, wanted);
                lane.tokens.fetched(lease, before, nanos.getAsLong());
                then.run();
            } catch (RuntimeException e) {
                lane.tokens.notFetched();
                LOG.debug("No tokens for sender {}: {}", lane.sender.name(), e.toString());
                timer.in(AGAIN, TimeUnit.MILLISECONDS, then);
            }
        });
    }
}
