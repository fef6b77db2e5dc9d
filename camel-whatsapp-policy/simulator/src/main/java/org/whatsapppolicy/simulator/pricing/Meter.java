package org.whatsapppolicy.simulator.pricing;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.shown.Progress;

/**
 * Counts delivered messages by what they cost: the platform bills per delivered message.
 *
 * <p>Safe for use by several threads.
 */
public final class Meter {

    private record Key(String phoneNumberId, String category, String type, boolean billable) {}

    private final ConcurrentHashMap<Key, LongAdder> counts = new ConcurrentHashMap<>();

    /** For the simulator. */
    public Meter() {}

    /** How much there is of everything, in the order of number, category and type. */
    public List<MeterLine> lines() {
        return counts.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue().sum()))
                .sorted(Comparator.comparing(MeterLine::phoneNumberId)
                        .thenComparing(MeterLine::category)
                        .thenComparing(MeterLine::type))
                .toList();
    }

    /** How many messages of that category were delivered and will be billed. */
    public long billed(String category) {
        return lines().stream()
                .filter(line -> line.billable() && line.category().equals(category))
                .mapToLong(MeterLine::messages)
                .sum();
    }

    /** How many messages were delivered at a price of that type, such as {@code free_entry_point}. */
    public long ofType(String type) {
        return lines().stream()
                .filter(line -> line.type().equals(type))
                .mapToLong(MeterLine::messages)
                .sum();
    }

    /** Counts a message once it is delivered. For the simulator. */
    public void reached(SimulatedNumber sender, Progress progress, Price price) {
        if (progress != Progress.DELIVERED) {
            return;
        }
        counts.computeIfAbsent(
                        new Key(sender.id(), price.category(), price.type(), price.billable()), key -> new LongAdder())
                .increment();
    }

    /** Counts from zero again. */
    public void clear() {
        counts.clear();
    }

    private static MeterLine line(Key key, long messages) {
        return new MeterLine(key.phoneNumberId(), key.category(), key.type(), key.billable(), messages);
    }
}
