package org.whatsapppolicy.simulator.limit;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/**
 * How many people the portfolio may write to outside a service window in a moving 24 hours, over all its numbers. Counts
 * people a message was delivered to; strictly, those it was accepted for too, until it failed or a day went by.
 */
final class PortfolioLimit implements Limit {

    private static final long DAY = Duration.ofHours(24).toNanos() / 1_000;

    private final RollingPeople reached = new RollingPeople(DAY);
    private final Map<String, Integer> underWay = new HashMap<>();
    private final RollingPeople reserved = new RollingPeople(DAY);
    private final ToLongFunction<SimulatedNumber> size;
    private final BeyondPortfolio beyond;
    private final boolean strict;
    private long lastSize;
    private long refused;

    PortfolioLimit(ToLongFunction<SimulatedNumber> size, BeyondPortfolio beyond, boolean strict) {
        this.size = size;
        this.beyond = beyond;
        this.strict = strict;
    }

    @Override
    public Verdict judge(Sending sending) {
        lastSize = size.applyAsLong(sending.sender());
        if (!counted(sending)
                || counts().contains(sending.person(), sending.micros())
                || counts().size(sending.micros()) < lastSize) {
            return Verdict.PASS;
        }
        refused++;
        return switch (beyond) {
            case REFUSE -> Verdict.refuse(GraphErrors.of(131048));
            case FAIL_LATER -> Verdict.failLater(GraphErrors.of(131048));
            case SILENCE -> Verdict.SILENCE;
        };
    }

    @Override
    public void count(Sending sending) {
        if (strict && counted(sending)) {
            underWay.merge(sending.person(), 1, Integer::sum);
            reserved.add(sending.person(), sending.micros());
        }
    }

    @Override
    public void delivered(Sending sending, long micros) {
        if (!counted(sending)) {
            return;
        }
        reached.add(sending.person(), micros);
        if (strict) {
            ended(sending);
            reserved.add(sending.person(), micros);
        }
    }

    @Override
    public void failed(Sending sending) {
        if (strict && counted(sending) && ended(sending) && !reached.contains(sending.person(), sending.micros())) {
            reserved.remove(sending.person());
        }
    }

    /** Whether that was the last message under way to the person. */
    private boolean ended(Sending sending) {
        return underWay.computeIfPresent(sending.person(), (person, n) -> n == 1 ? null : n - 1) == null;
    }

    @Override
    public boolean follows() {
        return true;
    }

    @Override
    public List<LimitUse> use(long micros) {
        long shown = lastSize == Long.MAX_VALUE ? LimitUse.UNLIMITED : lastSize;
        return List.of(new LimitUse(LimitName.PORTFOLIO, "all numbers", counts().size(micros), shown, refused));
    }

    private RollingPeople counts() {
        return strict ? reserved : reached;
    }

    private static boolean counted(Sending sending) {
        return sending.businessInitiated() && !sending.doomed();
    }
}
