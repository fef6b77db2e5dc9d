package org.whatsapppolicy.simulator.limit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.shown.Progress;

/**
 * The limits in force; none to begin with. A message counts with all of them or, when one refuses it, with none.
 *
 * <p>Safe for use by several threads. While any limit is in force, messages pass one by one.
 */
public final class Limits {

    private final Map<LimitName, Limit> inForce = new EnumMap<>(LimitName.class);
    private final SimulatorClock clock;
    private final Numbers numbers;
    private final LimitEvents events;
    private volatile boolean any;
    private volatile boolean follows;

    /** For the simulator. */
    public Limits(SimulatorClock clock, Numbers numbers, LimitEvents events) {
        this.clock = clock;
        this.numbers = numbers;
        this.events = events;
    }

    /** Everything the platform documents, and two marketing messages a person and day for what it does not. */
    public Limits asDocumented() {
        return throughput()
                .pairRate()
                .portfolio(Portfolio.byTier())
                .marketing(2)
                .usMarketing()
                .upgrades()
                .management(ManagementCalls.ACTIVE_ACCOUNT);
    }

    /** Each number's throughput by its level, STANDARD 80 a second and HIGH 1,000; one too many is answered with 130429. */
    public Limits throughput() {
        return put(LimitName.THROUGHPUT, new Throughput(Throughput::documented, RateWindow.OfTheClock::new));
    }

    /**
     * At most that many messages of one number in a second of the clock, those of people counted in; one too many is
     * answered with 130429. Coexistence numbers have 20.
     */
    public Limits throughput(int perSecond) {
        return put(LimitName.THROUGHPUT, new Throughput(number -> perSecond, RateWindow.OfTheClock::new));
    }

    /** The same in any sliding second, so that a client cannot pass by luck. */
    public Limits strictThroughput(int perSecond) {
        return put(LimitName.THROUGHPUT, new Throughput(number -> perSecond, RateWindow.Sliding::new));
    }

    /** One message every 6 seconds to one person, with a burst of 45; one too many is answered with 131056. */
    public Limits pairRate() {
        return put(LimitName.PAIR_RATE, new PairRate(PairRate.DOCUMENTED_BURST));
    }

    /** The pair rate without a burst, so that a client cannot pass by luck. */
    public Limits strictPairRate() {
        return put(LimitName.PAIR_RATE, new PairRate(1));
    }

    /** So many people in 24 hours outside a service window, over all numbers. */
    public Limits portfolio(Portfolio settings) {
        Long people = settings.people();
        return put(
                LimitName.PORTFOLIO,
                new PortfolioLimit(
                        number -> people != null
                                ? people
                                : Tier.of(number.messagingLimit()).people(),
                        settings.beyond(),
                        settings.strict()));
    }

    /** So many marketing messages a person in 24 hours outside a window; one too many fails later with 131049. */
    public Limits marketing(int perPerson) {
        return put(LimitName.MARKETING, new MarketingCap(perPerson));
    }

    /**
     * A person got marketing messages of other businesses just now, which count towards the limit of {@link #marketing};
     * nothing happens while that is not in force.
     *
     * @param person the phone number in digits, or the user id of somebody without one
     */
    public synchronized Limits marketingElsewhere(String person, int messages) {
        if (inForce.get(LimitName.MARKETING) instanceof MarketingCap cap) {
            for (int i = 0; i < messages; i++) {
                cap.gotElsewhere(person, clock.micros());
            }
        }
        return this;
    }

    /** So many calls of management an hour for each account, 200 or, once it is active, 5,000; one too many is 80007. */
    public Limits management(int perHour) {
        return put(LimitName.MANAGEMENT, new ManagementCalls(perHour));
    }

    /**
     * Counts a call of management.
     *
     * @throws Refused when it is one too many
     */
    public void managing(String accountId) {
        if (any) {
            synchronized (this) {
                if (inForce.get(LimitName.MANAGEMENT) instanceof ManagementCalls calls) {
                    calls.count(accountId, clock.micros());
                }
            }
        }
    }

    /** One marketing message a person and day, so that a client cannot pass by luck. */
    public Limits strictMarketing() {
        return marketing(1);
    }

    /** No marketing to the United States from 2025-04-01 on: it fails later with 131049. */
    public Limits usMarketing() {
        return put(LimitName.US_MARKETING, new UsMarketing());
    }

    /** Higher tiers, and higher throughput, for numbers that use them well. */
    public Limits upgrades() {
        return put(LimitName.UPGRADES, new Upgrades(clock, numbers, events));
    }

    /** Lifts one limit and forgets what it counted. */
    public synchronized Limits off(LimitName name) {
        inForce.remove(name);
        return changed();
    }

    /** Lifts every limit and forgets what was counted. */
    public synchronized Limits none() {
        inForce.clear();
        return changed();
    }

    /** How much of each limit in force is used up now. */
    public synchronized List<LimitUse> usage() {
        List<LimitUse> use = new ArrayList<>();
        for (Limit limit : inForce.values()) {
            use.addAll(limit.use(clock.micros()));
        }
        return use;
    }

    /** Whether anything is counted at all. */
    public boolean any() {
        return any;
    }

    /** Counts the message, unless a limit refuses it or keeps it from arriving. */
    public synchronized Verdict admit(Sending sending) {
        Verdict worst = Verdict.PASS;
        for (Limit limit : inForce.values()) {
            Verdict verdict = limit.judge(sending);
            worst = verdict.worseThan(worst) ? verdict : worst;
        }
        if (worst.kind() != Verdict.Kind.REFUSE) {
            Sending counted = worst.kind() == Verdict.Kind.PASS ? sending : sending.asDoomed();
            for (Limit limit : inForce.values()) {
                limit.count(counted);
            }
        }
        return worst;
    }

    /** A message that was admitted got further on its way, or failed. */
    public void reached(Sending sending, Progress progress) {
        if (!follows || (progress != Progress.DELIVERED && progress != Progress.FAILED)) {
            return;
        }
        synchronized (this) {
            for (Limit limit : inForce.values()) {
                if (progress == Progress.DELIVERED) {
                    limit.delivered(sending, clock.micros());
                } else {
                    limit.failed(sending);
                }
            }
        }
    }

    /** A person wrote to the number. */
    public void inbound(SimulatedNumber number) {
        if (any) {
            synchronized (this) {
                for (Limit limit : inForce.values()) {
                    limit.inbound(number, clock.micros());
                }
            }
        }
    }

    private synchronized Limits put(LimitName name, Limit limit) {
        inForce.put(name, limit);
        return changed();
    }

    private Limits changed() {
        any = !inForce.isEmpty();
        follows = inForce.values().stream().anyMatch(Limit::follows);
        return this;
    }
}
