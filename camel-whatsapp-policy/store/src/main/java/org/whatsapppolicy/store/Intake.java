package org.whatsapppolicy.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.whatsapppolicy.store.Inbox.Queued;
import org.whatsapppolicy.store.Inbox.Receipt;

/**
 * What one transaction of the inbox does (M-8). That a route of this node gets what came, and that it had what came before, is
 * written along with what comes anyway: neither costs a commit of its own.
 *
 * @param receipts what came
 * @param taken ids of events that a route has by now
 * @param room how many of those that came the caller's route takes at once
 * @param lease for how long nobody else gets those
 */
public record Intake(List<Receipt> receipts, Collection<Long> taken, int room, Duration lease) {

    public Intake {
        receipts = List.copyOf(receipts);
        taken = List.copyOf(taken);
    }

    /** Takes in, and leaves it to {@link Inbox#claim} who gets it. */
    public static Intake of(List<Receipt> receipts) {
        return new Intake(receipts, List.of(), 0, Duration.ZERO);
    }

    /**
     * What became of it.
     *
     * @param fresh of each receipt, whether it was new, in their order
     * @param claims those of the new ones that are the caller's now, in their order
     * @param left whether others stay in the table for whoever claims them
     * @param at the store's clock in the transaction; of no meaning when nothing came
     */
    public record Result(List<Boolean> fresh, List<Claim> claims, boolean left, Instant at) {

        /** Of an intake that holds nothing. */
        public static final Result NOTHING = new Result(List.of(), List.of(), false, Instant.EPOCH);

        public Result {
            fresh = List.copyOf(fresh);
            claims = List.copyOf(claims);
        }
    }

    /**
     * An event that is the caller's.
     *
     * @param receipt which of the receipts it came by
     * @param event as {@link Inbox#claim} would give it
     */
    public record Claim(int receipt, Queued event) {}
}
