package org.whatsapppolicy.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.decision.Stop;

/**
 * What operators order. Durable, in force for all nodes from the next decision on, and each order kept with who and why. Blocks
 * and fails as {@link PolicyStore} does. Thread-safe.
 */
public interface Controls {

    /**
     * Stops what a scope covers. What was allowed before may still begin within the send lease.
     *
     * @param scope as {@link Stop} has it
     * @return false when that was stopped before; the first order stands
     */
    boolean stop(String scope, String by, String why);

    /**
     * Takes a stop back: what it held is due now. A repeat makes it due too, should the first have broken off.
     *
     * @return false when nothing of that scope was stopped
     */
    boolean resume(String scope, String by, String why);

    /**
     * Settles a message whose fate is unknown by proof from elsewhere (S-38).
     *
     * @param sent whether the proof is that it was sent
     * @return false when its fate is known, or there is no such message
     */
    boolean settle(UUID message, boolean sent, String by, String why);

    /**
     * Ends what an ambiguous answer holds (S-18): somebody read it, and it was no opt-out. Kept in the person's history; what is
     * held for them is due now.
     *
     * @return false when nothing of theirs waited for that
     */
    boolean release(Recipient person, String by, String why);

    /** What is stopped, oldest first. */
    List<Stop> stops();

    /** The latest orders, latest first. */
    List<Order> orders(int most);

    /**
     * An order that was given.
     *
     * @param at when
     * @param by who
     * @param action such as {@code stop}
     * @param about what it was about
     * @param why in the operator's words
     */
    record Order(Instant at, String by, String action, String about, String why) {}
}
