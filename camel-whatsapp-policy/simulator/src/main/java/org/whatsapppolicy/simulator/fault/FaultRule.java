package org.whatsapppolicy.simulator.fault;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.ledger.Asked;

/** When a fault is played: for which requests, how often, with which chance. */
final class FaultRule {

    private final Predicate<Asked> condition;
    private final Fault[] faults;
    private final AtomicLong left;
    private final double chance;
    private final @Nullable Long seed;
    private final @Nullable SplittableRandom random;
    private @Nullable String recipient;

    private FaultRule(Predicate<Asked> condition, long times, double chance, @Nullable Long seed, Fault... faults) {
        this.condition = condition;
        this.left = new AtomicLong(times);
        this.chance = chance;
        this.seed = seed;
        this.random = seed == null ? null : new SplittableRandom(seed);
        this.faults = faults;
    }

    static FaultRule scripted(Predicate<Asked> condition, long times, Fault fault) {
        return new FaultRule(condition, times, 1, null, fault);
    }

    static FaultRule toRecipient(String recipient, long times, Fault fault) {
        FaultRule rule = scripted(asked -> recipient.equals(asked.recipient()), times, fault);
        rule.recipient = recipient;
        return rule;
    }

    static FaultRule seeded(long seed, double chance, Fault... faults) {
        return new FaultRule(asked -> true, Long.MAX_VALUE, chance, seed, faults.clone());
    }

    ActiveFault shown(long id) {
        return new ActiveFault(id, Stream.of(faults).map(Fault::label).toList(), left.get(), chance, seed, recipient);
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
