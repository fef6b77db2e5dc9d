package org.whatsapppolicy.policy.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule that time alone can satisfy. Holds proactive messages only: answers never wait (S-2). */
interface Hold {

    /** Every code it can give, for the documentation. */
    List<ReasonCode> codes();

    /**
     * The earliest instant not before {@code t} at which it lets the message go, if no fact changes.
     *
     * @return {@code t} itself when it does not hold; null when it would hold for ever
     */
    @Nullable
    Instant free(Case c, Instant t);

    /** Whether it lets go of many people's messages at the same instant (S-28). */
    default boolean together() {
        return false;
    }

    /** Adds why it holds at {@code t}. */
    void tell(Case c, Instant t, @Nullable Instant free);
}
