package org.whatsapppolicy.simulator.limit;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/**
 * Raises the tier when quality is high and half of it was used within seven days, the first tier when 2,000 people were
 * reached within thirty; six hours later, the longest the platform says it takes. Raises the throughput of a number that
 * reached 100,000 people in a day without an end to its tier; for a minute it then answers 131057.
 */
final class Upgrades implements Limit {

    private static final Duration TIER_TAKES = Duration.ofHours(6);
    private static final Duration THROUGHPUT_TAKES = Duration.ofMinutes(1);
    private static final long FIRST_STEP = 2_000;
    private static final long BUSY_NUMBER = 100_000;

    private final RollingPeople reachedInMonth = new RollingPeople(micros(Duration.ofDays(30)));
    private final RollingPeople reachedInWeek = new RollingPeople(micros(Duration.ofDays(7)));
    private final Map<String, RollingPeople> reachedInDay = new HashMap<>();
    private final Set<String> inMaintenance = new HashSet<>();
    private final SimulatorClock clock;
    private final Numbers numbers;
    private final LimitEvents events;
    private boolean rising;

    Upgrades(SimulatorClock clock, Numbers numbers, LimitEvents events) {
        this.clock = clock;
        this.numbers = numbers;
        this.events = events;
    }

    @Override
    public synchronized Verdict judge(Sending sending) {
        return inMaintenance.contains(sending.sender().id()) ? Verdict.refuse(GraphErrors.of(131057)) : Verdict.PASS;
    }

    @Override
    public void count(Sending sending) {}

    @Override
    public boolean follows() {
        return true;
    }

    @Override
    public synchronized void delivered(Sending sending, long micros) {
        if (!sending.businessInitiated()) {
            return;
        }
        SimulatedNumber number = sending.sender();
        reachedInMonth.add(sending.person(), micros);
        reachedInWeek.add(sending.person(), micros);
        RollingPeople today =
                reachedInDay.computeIfAbsent(number.id(), id -> new RollingPeople(micros(Duration.ofDays(1))));
        today.add(sending.person(), micros);
        Tier tier = Tier.of(number.messagingLimit());
        if (tier != Tier.TIER_UNLIMITED && !rising && wellUsed(tier, micros) && allGreen()) {
            rising = true;
            clock.schedule(TIER_TAKES, () -> raise(tier));
        }
        if (tier == Tier.TIER_UNLIMITED
                && number.throughputLevel().equals("STANDARD")
                && today.size(micros) >= BUSY_NUMBER
                && !number.qualityRating().equals("RED")
                && inMaintenance.add(number.id())) {
            clock.schedule(THROUGHPUT_TAKES, () -> raise(number));
        }
    }

    private boolean wellUsed(Tier tier, long micros) {
        return tier.people() < FIRST_STEP
                ? reachedInMonth.size(micros) >= FIRST_STEP
                : reachedInWeek.size(micros) >= tier.people() / 2;
    }

    private boolean allGreen() {
        return numbers.all().stream().allMatch(number -> number.qualityRating().equals("GREEN"));
    }

    private synchronized void raise(Tier from) {
        rising = false;
        if (allGreen()) {
            Tier next = from.next();
            numbers.all().forEach(number -> number.messagingLimit(next.name()));
            events.tierRaised(next);
        }
    }

    private synchronized void raise(SimulatedNumber number) {
        inMaintenance.remove(number.id());
        number.throughputLevel("HIGH");
        events.throughputRaised(number);
    }

    @Override
    public synchronized List<LimitUse> use(long micros) {
        long half = wanted() / 2;
        return List.of(
                new LimitUse(LimitName.UPGRADES, "people reached in 7 days", reachedInWeek.size(micros), half, 0));
    }

    private long wanted() {
        return numbers.all().stream()
                .mapToLong(number -> Tier.of(number.messagingLimit()).people())
                .filter(people -> people != Long.MAX_VALUE)
                .max()
                .orElse(2 * LimitUse.UNLIMITED);
    }

    private static long micros(Duration span) {
        return span.toNanos() / 1_000;
    }
}
