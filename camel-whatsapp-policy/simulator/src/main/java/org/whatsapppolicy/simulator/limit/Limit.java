package org.whatsapppolicy.simulator.limit;

import java.util.List;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/**
 * One limit on sending. {@link Limits} calls it under its lock, for every message that is otherwise fine; must be cheap.
 */
interface Limit {

    /** What it makes of the message, without counting it. */
    Verdict judge(Sending sending);

    /** Counts a message that all limits let through; a doomed one fails later. */
    void count(Sending sending);

    /** A message it counted reached the person. */
    default void delivered(Sending sending, long micros) {}

    /** A message it counted failed after all. */
    default void failed(Sending sending) {}

    /** A person wrote to the number. */
    default void inbound(SimulatedNumber number, long micros) {}

    /** Whether it has to hear of deliveries and failures. */
    default boolean follows() {
        return false;
    }

    /** How much is used up. */
    List<LimitUse> use(long micros);
}
