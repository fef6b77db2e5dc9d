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
        try {
            blocking.execute(() -> ask(lane, then));
        } catch (RuntimeException | Error e) {
            // No thread can be started just now.
            later(lane, then, e);
        }
    }

    private void ask(Lane lane, Runnable then) {
        try {
            int rate = lane.tokens.rate();
            int wanted = Math.max(1, Math.min(lane.queue.size(), rate / 10));
            long before = nanos.getAsLong();
            TokenLease lease = store.tokens(lane.sender.name(), rate, wanted);
            lane.tokens.fetched(lease, before, nanos.getAsLong());
            then.run();
        } catch (RuntimeException | Error e) {
            later(lane, then, e);
        }
    }

    /** Whatever it was: a fetch that counts as under way and is not would leave this sender without tokens for ever. */
    private void later(Lane lane, Runnable then, Throwable why) {
        lane.tokens.notFetched();
        LOG.debug("No tokens for sender {}: {}", lane.sender.name(), why.toString());
        timer.in(AGAIN, TimeUnit.MILLISECONDS, then);
    }
}
