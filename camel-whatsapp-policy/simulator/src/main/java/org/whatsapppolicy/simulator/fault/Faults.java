package org.whatsapppolicy.simulator.fault;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.ledger.Asked;
import org.whatsapppolicy.simulator.ledger.Operation;

/**
 * Scripts what goes wrong: with messages, unless a method takes the {@linkplain Operation kinds of requests} to disturb, so
 * that a client that looks at its templates now and then does not use up what was meant for a send. The first rule that matches decides, in the order
 * in which rules were added; a rule that has been used up falls away.
 *
 * <p>Safe for use by several threads. A rule for n requests disturbs exactly n, whatever the concurrency. Seeded rules
 * draw in the order in which requests arrive, so a run is repeated exactly only by a client that sends one by one.
 */
public final class Faults {

    private final ConcurrentSkipListMap<Long, FaultRule> rules = new ConcurrentSkipListMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final Supplier<Connections> connections;

    /** For the simulator, which owns the port. */
    public Faults(Supplier<Connections> connections) {
        this.connections = connections;
    }

    /** Disturbs the next message. */
    public Faults next(Fault fault) {
        return next(1, fault);
    }

    /** Disturbs the next {@code times} messages. */
    public Faults next(int times, Fault fault) {
        return when(asked -> true, times, fault);
    }

    /** Disturbs the next request of that kind, such as {@link Operation#MEDIA} or {@link Operation#LIST_TEMPLATES}. */
    public Faults next(Operation operation, Fault fault) {
        return next(operation, 1, fault);
    }

    /** Disturbs the next {@code times} requests of that kind. */
    public Faults next(Operation operation, int times, Fault fault) {
        return add(FaultRule.of(Set.of(operation), times, fault));
    }

    /** Disturbs every request of that kind until {@link #clear}. */
    public Faults every(Operation operation, Fault fault) {
        return add(FaultRule.of(Set.of(operation), Long.MAX_VALUE, fault));
    }

    /** Disturbs every message to that recipient, as the client writes it, until {@link #clear}. */
    public Faults forRecipient(String recipient, Fault fault) {
        return add(FaultRule.toRecipient(recipient, Long.MAX_VALUE, fault));
    }

    /** Disturbs the next {@code times} messages to that recipient. */
    public Faults forRecipient(String recipient, int times, Fault fault) {
        return add(FaultRule.toRecipient(recipient, times, fault));
    }

    /** Disturbs every message that matches, until {@link #clear}. Called on event loops: must not block. */
    public Faults when(Predicate<Asked> condition, Fault fault) {
        return add(FaultRule.scripted(condition, Long.MAX_VALUE, fault));
    }

    /** Disturbs the next {@code times} messages that match. */
    public Faults when(Predicate<Asked> condition, int times, Fault fault) {
        return add(FaultRule.scripted(condition, times, fault));
    }

    /**
     * Disturbs messages by chance, each time with one of the given faults.
     *
     * @param chance from 0 to 1
     */
    public Faults random(long seed, double chance, Fault... faults) {
        return random(FaultRule.MESSAGES, seed, chance, faults);
    }

    /**
     * Disturbs requests of these kinds by chance, each time with one of the given faults.
     *
     * @param chance from 0 to 1
     */
    public Faults random(Set<Operation> operations, long seed, double chance, Fault... faults) {
        if (!(chance >= 0 && chance <= 1) || faults.length == 0) {
            throw new IllegalArgumentException("a chance from 0 to 1 and at least one fault are needed");
        }
        return add(FaultRule.seeded(operations, seed, chance, faults));
    }

    /** The rules in force, in the order in which they are asked. */
    public List<ActiveFault> active() {
        return rules.entrySet().stream()
                .map(entry -> entry.getValue().shown(entry.getKey()))
                .toList();
    }

    /** Drops one rule; whether it was there. See {@link ActiveFault#id}. */
    public boolean remove(long id) {
        return rules.remove(id) != null;
    }

    /** Drops every rule. Does not reopen a refused port. */
    public Faults clear() {
        rules.clear();
        return this;
    }

    /** Stops listening and breaks open connections: clients see "connection refused". Blocks until that is so. */
    public void refuseConnections() {
        connections.get().refuse();
    }

    /** Listens again, on the same port. Blocks until that is so. */
    public void acceptConnections() {
        connections.get().accept();
    }

    /** The fault to play on this request, if any; counts the rule down. */
    public @Nullable Fault forRequest(Asked asked) {
        if (rules.isEmpty()) {
            return null;
        }
        for (Map.Entry<Long, FaultRule> rule : rules.entrySet()) {
            Fault fault = rule.getValue().match(asked);
            if (fault != null) {
                if (rule.getValue().spent()) {
                    rules.remove(rule.getKey());
                }
                return fault;
            }
        }
        return null;
    }

    private Faults add(FaultRule rule) {
        rules.put(ids.incrementAndGet(), rule);
        return this;
    }
}
