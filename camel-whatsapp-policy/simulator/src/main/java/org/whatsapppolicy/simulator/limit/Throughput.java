package org.whatsapppolicy.simulator.limit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/**
 * Throughput of a number: so many messages a second, those of people counted in. Answered with 130429. What people write
 * is never refused, it only leaves less room.
 */
final class Throughput implements Limit {

    private final Map<String, RateWindow> windows = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final ToIntFunction<SimulatedNumber> perSecond;
    private final Supplier<RateWindow> window;
    private long refused;

    Throughput(ToIntFunction<SimulatedNumber> perSecond, Supplier<RateWindow> window) {
        this.perSecond = perSecond;
        this.window = window;
    }

    /** 1,000 a second after the upgrade, else 80. */
    static int documented(SimulatedNumber number) {
        return number.throughputLevel().equals("HIGH") ? 1_000 : 80;
    }

    @Override
    public Verdict judge(Sending sending) {
        SimulatedNumber number = sending.sender();
        if (of(number).inUse(sending.micros()) < perSecond.applyAsInt(number)) {
            return Verdict.PASS;
        }
        refused++;
        return Verdict.refuse(GraphErrors.of(130429));
    }

    @Override
    public void count(Sending sending) {
        of(sending.sender()).add(sending.micros());
    }

    @Override
    public void inbound(SimulatedNumber number, long micros) {
        of(number).add(micros);
    }

    @Override
    public List<LimitUse> use(long micros) {
        List<LimitUse> use = new ArrayList<>();
        windows.forEach((id, counted) -> use.add(
                new LimitUse(LimitName.THROUGHPUT, id, counted.inUse(micros), sizes.getOrDefault(id, 0), refused)));
        return use;
    }

    private RateWindow of(SimulatedNumber number) {
        sizes.put(number.id(), perSecond.applyAsInt(number));
        return windows.computeIfAbsent(number.id(), id -> window.get());
    }
}
