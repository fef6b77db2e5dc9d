package org.whatsapppolicy.simulator.fault;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.ledger.Asked;

/** When a fault is played: for which requests, how often, with which chance. */
final class FaultRule {

    private final Predicate<Asked> condition;
    private final Fault[] faults;
    private final AtomicLong left;
    private final double chance;
    private final @Nullable SplittableRandom random;

    private FaultRule(
            Predicate<Asked> condition, long times, double chance, @Nullable SplittableRandom random, Fault... faults) {
        this.condition = condition;
        this.left = new AtomicLong(times);
        this.chance = chance;
        this.random = random;
        this.faults = faults;
    }

    static FaultRule scripted(Predicate<Asked> condition, long times, Fault fault) {
        return new FaultRule(condition, times, 1, null, fault);
    }

    static FaultRule seeded(long seed, double chance, Fault... faults) {
        return new FaultRule(asked -> true, Long.MAX_VALUE, chance, new SplittableRandom(seed), faults.clone());
    }

    @Nullable
    Fault match(Asked asked) {
        if (left.get() <= 0 || !condition.test(asked)) {
            return null;
        }
        Fault drawn = draw();
        return drawn != null && left.getAndDecrement() > 0 ? drawn : null;
    }

    private synchronized @Nullable Fault draw() {
        if (random == null) {
            return faults[0];
        }
        return random.nextDouble() < chance ? faults[random.nextInt(faults.length)] : null;
    }

    boolean spent() {
        return left.get() <= 0;
    }
}
