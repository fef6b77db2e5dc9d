package org.whatsapppolicy.simulator.pricing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/**
 * The platform's price rules, by the simulator's date. Until 2026-10-01 service messages are free, and so are utility
 * templates inside a window. From then on only the first 1,000 service messages of a number and month are. Marketing and
 * authentication always cost, except inside a free entry point, where nothing does.
 *
 * <p>Safe for use by several threads.
 */
public final class Pricing {

    /** How many service messages of one number are free in a month. */
    public static final int FREE_SERVICE_MESSAGES = 1_000;

    private static final long SERVICE_COSTS_FROM =
            Instant.parse("2026-10-01T00:00:00Z").toEpochMilli();

    private record Month(String phoneNumberId, int month) {}

    private final ConcurrentHashMap<Month, AtomicInteger> service = new ConcurrentHashMap<>();
    private final SimulatorClock clock;
    private volatile boolean paymentMethod = true;

    /** For the simulator. */
    public Pricing(SimulatorClock clock) {
        this.clock = clock;
    }

    /** Whether the account can pay; while it cannot, what costs fails later with 131042. It can to begin with. */
    public void paymentMethod(boolean now) {
        paymentMethod = now;
    }

    /**
     * The price of a message, fixed when it is accepted.
     *
     * @param category service, marketing, marketing_lite, utility or authentication
     * @param entryPointEnds when the free entry point between the two ends, null outside one
     */
    public Price of(SimulatedNumber sender, String category, boolean windowOpen, @Nullable Long entryPointEnds) {
        long now = clock.millis();
        if (entryPointEnds != null) {
            return Price.freeEntryPoint(entryPointEnds);
        }
        if (category.equals("service")) {
            boolean free = now < SERVICE_COSTS_FROM || free(sender, now);
            return free ? Price.freeInWindow(category) : Price.regular(category);
        }
        return category.equals("utility") && windowOpen && now < SERVICE_COSTS_FROM
                ? Price.freeInWindow(category)
                : Price.regular(category);
    }

    /** Why a message at that price is not delivered, null when it is. */
    public @Nullable GraphError obstacle(Price price) {
        return price.billable() && !paymentMethod ? GraphErrors.of(131042) : null;
    }

    private boolean free(SimulatedNumber sender, long now) {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(now), ZoneOffset.UTC);
        Month month = new Month(sender.id(), day.getYear() * 12 + day.getMonthValue());
        return service.computeIfAbsent(month, any -> new AtomicInteger()).incrementAndGet() <= FREE_SERVICE_MESSAGES;
    }
}
