package org.whatsapppolicy.camel.send;

import java.util.concurrent.TimeUnit;
import org.whatsapppolicy.store.PolicyStore.TokenLease;

/**
 * The tokens this node holds of one sender's rate (M-7): a chunk from the store, spread over time, void when its lease is over
 * and never carried over. Thread-safe.
 */
final class Tokens {

    private final int rate;
    private final long step;
    private long next;
    private long end;
    private int left;
    private boolean fetching;

    /** @param rate messages a second, 0 for no limit */
    Tokens(int rate) {
        this.rate = rate;
        this.step = rate == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / rate;
    }

    int rate() {
        return rate;
    }

    /** Takes one if one may be used now. */
    boolean take(long now) {
        return rate == 0 || takeLimited(now);
    }

    private synchronized boolean takeLimited(long now) {
        if (!usable(now) || now - next < 0) {
            return false;
        }
        left--;
        next += step;
        return true;
    }

    /** Gives one back that was not used; it lapses with its chunk. */
    void giveBack() {
        if (rate != 0) {
            synchronized (this) {
                left++;
            }
        }
    }

    /** Nanoseconds until the next one of this chunk, 0 when one may be used, -1 when a new chunk is needed. */
    long until(long now) {
        if (rate == 0) {
            return 0;
        }
        synchronized (this) {
            return usable(now) ? Math.max(0, next - now) : -1;
        }
    }

    /** Whether the caller shall fetch a chunk: true for one at a time. */
    synchronized boolean mayFetch(long now) {
        if (fetching || usable(now)) {
            return false;
        }
        fetching = true;
        return true;
    }

    /**
     * A chunk has come.
     *
     * @param before the monotonic clock before the store was asked: the lease ends by it
     * @param after the monotonic clock afterwards: the first may go by it
     */
    synchronized void fetched(TokenLease lease, long before, long after) {
        fetching = false;
        left = lease.tokens();
        next = after + lease.in().toNanos();
        end = before + lease.in().plus(lease.validFor()).toNanos();
    }

    /** The store could not be asked. */
    synchronized void notFetched() {
        fetching = false;
    }

    private boolean usable(long now) {
        return left > 0 && now - end < 0;
    }
}
