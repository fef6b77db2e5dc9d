package org.whatsapppolicy.simulator.fault;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.ledger.Asked;
import org.whatsapppolicy.simulator.ledger.Operation;

/** When a fault is played: for which requests, how often, with which chance. */
final class FaultRule {

    /** What the platform answers at the path of messages. */
    static final Set<Operation> MESSAGES = Set.of(Operation.MESSAGE, Operation.MARKETING_MESSAGE, Operation.READ);

    private final Set<Operation> operations;
    private final Predicate<Asked> condition;
    private final Fault[] faults;
    private final AtomicLong left;
    private final double chance;
    private final @Nullable Long seed;
    private final @Nullable SplittableRandom random;
    private @Nullable String recipient;

    private FaultRule(
            Set<Operation> operations,
            Predicate<Asked> condition,
            long times,
            double chance,
            @Nullable Long seed,
            Fault... faults) {
        this.operations = operations;
        this.condition = condition;
        this.left = new AtomicLong(times);
        this.chance = chance;
        this.seed = seed;
        this.random = seed == null ? null : new SplittableRandom(seed);
        this.faults = faults;
    }

    static FaultRule scripted(Predicate<Asked> condition, long times, Fault fault) {
        return new FaultRule(MESSAGES, condition, times, 1, null, fault);
    }

    static FaultRule toRecipient(String recipient, long times, Fault fault) {
        FaultRule rule = scripted(asked -> recipient.equals(asked.recipient()), times, fault);
        rule.recipient = recipient;
        return rule;
    }

    static FaultRule of(Set<Operation> operations, long times, Fault fault) {
        check(operations, fault);
        return new FaultRule(Set.copyOf(operations), asked -> true, times, 1, null, fault);
    }

    static FaultRule seeded(Set<Operation> operations, long seed, double chance, Fault... faults) {
        check(operations, faults);
        return new FaultRule(Set.copyOf(operations), asked -> true, Long.MAX_VALUE, chance, seed, faults.clone());
    }

    private static void check(Set<Operation> operations, Fault... faults) {
        for (Fault fault : faults) {
            if (fault instanceof Fault.PausedMeanwhile && !MESSAGES.containsAll(operations)) {
                throw new IllegalArgumentException(
                        "found " + fault.label() + " for " + operations + "; only messages are made of templates");
            }
        }
    }

    ActiveFault shown(long id) {
        return new ActiveFault(
                id, Stream.of(faults).map(Fault::label).toList(), operations, left.get(), chance, seed, recipient);
    }

    @Nullable
    Fault match(Asked asked) {
        if (left.get() <= 0 || !operations.contains(asked.operation()) || !condition.test(asked)) {
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
