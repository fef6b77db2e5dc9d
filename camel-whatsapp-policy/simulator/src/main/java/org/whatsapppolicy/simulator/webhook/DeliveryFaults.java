package org.whatsapppolicy.simulator.webhook;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What happens to webhooks on their way, besides a receiver that does not take them: the network loses, delays and
 * repeats them, and puts them out of order. Scripted for the next ones, or by chance for all.
 *
 * <p>Chance is drawn from the seed and from what a webhook says, so that the same seed and the same events give the same
 * fate, whatever thread is first. Safe for use by several threads.
 */
public final class DeliveryFaults {

    /**
     * What happens to one webhook.
     *
     * @param name for the ledger; null for nothing
     * @param lost whether it is never sent
     * @param delay how long it is held back
     * @param copies how many more times it is sent
     * @param overtaken whether it waits for the next one to go first
     */
    record Fate(@Nullable String name, boolean lost, Duration delay, int copies, boolean overtaken) {

        static final Fate NONE = new Fate(null, false, Duration.ZERO, 0, false);
        static final Fate LOST = new Fate("lost", true, Duration.ZERO, 0, false);
        static final Fate OVERTAKEN = new Fate("reordered", false, Duration.ZERO, 0, true);

        static Fate late(String name, Duration by) {
            return new Fate(name, false, by, 0, false);
        }

        static Fate repeated(int copies) {
            return new Fate("repeated", false, Duration.ZERO, copies, false);
        }
    }

    private final Deque<Fate> scripted = new ArrayDeque<>();
    private volatile boolean any;
    private volatile long seed;
    private double lose;
    private double late;
    private Duration lateBy = Duration.ZERO;
    private double repeat;
    private int repeatTimes = 1;
    private double reorder;
    private Duration reorderWithin = Duration.ZERO;

    DeliveryFaults() {}

    /** What chance is drawn from; 0 to begin with. */
    public DeliveryFaults seed(long number) {
        seed = number;
        return this;
    }

    /** Loses that share of all webhooks, 0 to 1: they are never sent, not even again. */
    public synchronized DeliveryFaults lose(double share) {
        lose = share(share);
        return changed();
    }

    /** Delivers that share of all webhooks late. */
    public synchronized DeliveryFaults late(double share, Duration by) {
        late = share(share);
        lateBy = by;
        return changed();
    }

    /** Delivers that share of all webhooks that many times more, with the same bytes. */
    public synchronized DeliveryFaults repeat(double share, int times) {
        repeat = share(share);
        repeatTimes = times;
        return changed();
    }

    /** Holds that share of all webhooks back for a while drawn from zero to {@code within}, so that others overtake. */
    public synchronized DeliveryFaults reorder(double share, Duration within) {
        reorder = share(share);
        reorderWithin = within;
        return changed();
    }

    /** Loses the next webhooks. */
    public synchronized DeliveryFaults loseNext(int count) {
        return script(count, Fate.LOST);
    }

    /** Delivers the next webhooks late. */
    public synchronized DeliveryFaults lateNext(int count, Duration by) {
        return script(count, Fate.late("late", by));
    }

    /** Delivers the next webhooks that many times more. */
    public synchronized DeliveryFaults repeatNext(int count, int times) {
        return script(count, Fate.repeated(times));
    }

    /** Lets each of the next webhooks wait until the one after them has gone. */
    public synchronized DeliveryFaults overtakeNext(int count) {
        return script(count, Fate.OVERTAKEN);
    }

    /** Delivers the next webhooks as usual, ahead of whatever is scripted after it. */
    public synchronized DeliveryFaults passNext(int count) {
        return script(count, Fate.NONE);
    }

    /** Nothing goes wrong any more. What is already on its way late stays late. */
    public synchronized DeliveryFaults clear() {
        scripted.clear();
        lose = 0;
        late = 0;
        repeat = 0;
        reorder = 0;
        return changed();
    }

    /** How many of the next webhooks have their fate told already. */
    public synchronized int scripted() {
        return scripted.size();
    }

    private DeliveryFaults script(int count, Fate fate) {
        for (int i = 0; i < count; i++) {
            scripted.add(fate);
        }
        return changed();
    }

    private DeliveryFaults changed() {
        any = !scripted.isEmpty() || lose > 0 || late > 0 || repeat > 0 || reorder > 0;
        return this;
    }

    private static double share(double written) {
        if (!(written >= 0 && written <= 1)) {
            throw new IllegalArgumentException("a share is from 0 to 1, found " + written);
        }
        return written;
    }

    Fate fateOf(byte[] body) {
        return any ? draw(body) : Fate.NONE;
    }

    private synchronized Fate draw(byte[] body) {
        Fate next = scripted.poll();
        if (next != null) {
            changed();
            return next;
        }
        long drawn = mixed(seed + 0x9E3779B97F4A7C15L * Arrays.hashCode(body));
        if (chance(drawn, 1) < lose) {
            return Fate.LOST;
        }
        if (chance(drawn, 2) < late) {
            return Fate.late("late", lateBy);
        }
        if (chance(drawn, 3) < reorder) {
            long nanos = (long) (chance(drawn, 4) * reorderWithin.toNanos());
            return Fate.late("reordered", Duration.ofNanos(Math.max(1, nanos)));
        }
        return chance(drawn, 5) < repeat ? Fate.repeated(repeatTimes) : Fate.NONE;
    }

    /** From 0 to 1, another one for each question. */
    private static double chance(long drawn, int question) {
        return (mixed(drawn + question * 0xD1B54A32D192ED03L) >>> 11) * 0x1.0p-53;
    }

    private static long mixed(long number) {
        long z = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
