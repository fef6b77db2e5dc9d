package org.whatsapppolicy.simulator.limit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;

/** The limits in force; none to begin with. Safe for use by several threads. */
public final class Limits {

    private static final long SIX_SECONDS = 6_000_000;
    private static final int BURST = 45;

    private final List<Limit> inForce = new CopyOnWriteArrayList<>();

    /** At most that many messages of one number in any sliding second; one too many is answered with 130429. */
    public Limits throughput(int perSecond) {
        return replace(new Throughput(perSecond));
    }

    /** One message every 6 seconds to one person, with a burst of 45; one too many is answered with 131056. */
    public Limits pairRate() {
        return replace(new PairRate(SIX_SECONDS, BURST));
    }

    /** The pair rate without a burst, so that a client cannot pass by luck. */
    public Limits strictPairRate() {
        return replace(new PairRate(SIX_SECONDS, 1));
    }

    /** Lifts every limit and forgets what was counted. */
    public Limits none() {
        inForce.clear();
        return this;
    }

    /** Counts the message with every limit, up to the first that refuses it. */
    public @Nullable GraphError admit(String phoneNumberId, String address, long micros) {
        for (Limit limit : inForce) {
            GraphError error = limit.admit(phoneNumberId, address, micros);
            if (error != null) {
                return error;
            }
        }
        return null;
    }

    /** Whether anything is counted at all. */
    public boolean any() {
        return !inForce.isEmpty();
    }

    private Limits replace(Limit limit) {
        inForce.removeIf(old -> old.getClass() == limit.getClass());
        inForce.add(limit);
        return this;
    }
}
