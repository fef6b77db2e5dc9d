package org.whatsapppolicy.benchmarks.chaos.drive;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.benchmarks.chaos.drive.World.Stand;
import org.whatsapppolicy.benchmarks.chaos.wire.Road;
import org.whatsapppolicy.simulator.fault.Fault;

/**
 * Lets things go wrong, in an order that a seed gives: one loop a node kills, stops and cuts, one for all plays faults of the
 * platform and steps the clock.
 */
public final class Mischief implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Mischief.class);
    private static final Duration RESTART = Duration.ofMinutes(4);

    /** Longer than a node may be silent about a request before others take it for dead: its lease and the time for an answer. */
    private static final int LONGEST_PAUSE = 5_000;

    /** By then somebody was killed, so that no run goes without. */
    private static final int KILL_AT = 5;

    private interface Act {
        void run() throws Exception;
    }

    private final World world;
    private final List<Thread> loops;
    private final List<Thread> healers;
    private final AtomicInteger turns = new AtomicInteger();
    private volatile boolean closed;

    /** @param pauseMillis how long between two mishaps of one node, on average */
    public Mischief(World world, long seed, int pauseMillis) {
        this.world = world;
        List<Stand> stands = world.stands();
        loops = new ArrayList<>();
        healers = new ArrayList<>();
        for (int i = 0; i < stands.size(); i++) {
            Stand stand = stands.get(i);
            Random random = new Random(seed * 31 + i);
            loops.add(loop("mischief-" + stand.node().name(), random, pauseMillis, () -> atNode(stand, random)));
            healers.add(new Thread(() -> heal(stand), "healer-" + stand.node().name()));
        }
        Random random = new Random(seed * 31 - 1);
        loops.add(loop("mischief-platform", random, pauseMillis, () -> atPlatform(random)));
        world.platform()
                .webhooks()
                .faults()
                .seed(seed)
                .repeat(0.1, 1)
                .reorder(0.1, Duration.ofMillis(300))
                .late(0.02, Duration.ofSeconds(3));
    }

    /** Begins. */
    public Mischief start() {
        loops.forEach(Thread::start);
        healers.forEach(Thread::start);
        return this;
    }

    private Thread loop(String name, Random random, int pauseMillis, Act act) {
        Thread thread = new Thread(
                () -> {
                    while (rest(pauseMillis / 2 + random.nextInt(pauseMillis))) {
                        try {
                            act.run();
                        } catch (Exception e) {
                            LOG.warn("{} failed: {}", name, e.toString());
                            world.witness().note(Mishap.FAILED, name + ": " + e);
                        }
                    }
                },
                name);
        thread.setDaemon(true);
        return thread;
    }

    /** Waits; false when it is over. */
    private boolean rest(long millis) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!closed && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return !closed;
    }

    private void atNode(Stand stand, Random random) throws Exception {
        String name = stand.node().name();
        if (!stand.node().ready()) {
            return;
        }
        int dice = dice(random);
        if (dice < 4 && lonely(stand)) {
            return;
        }
        switch (dice) {
            case 0 -> {
                if (stand.node().kill()) {
                    world.witness().note("kill", name);
                }
            }
            case 1, 2, 3 -> trap(stand, random);
            case 4 -> pause(stand, 100 + random.nextInt(LONGEST_PAUSE - 100));
            case 5 -> {
                stand.toPlatform().cut();
                world.witness().note("cut to platform", name);
            }
            case 6 ->
                during("refused by platform", name, 700, now -> stand.toPlatform()
                        .refuse(now));
            case 7 -> during("slow to platform", name, 1_500, delays(stand.toPlatform(), 20 + random.nextInt(200)));
            case 8 -> atDatabase(stand.toDatabase(), name, random);
            default -> slowDatabase(stand.toDatabase(), name, 5 + random.nextInt(40));
        }
    }

    private int dice(Random random) {
        boolean overdue = turns.incrementAndGet() >= KILL_AT
                && world.witness().mishaps().stream()
                        .noneMatch(mishap -> mishap.what().equals("kill"));
        return overdue ? 0 : random.nextInt(10);
    }

    /** Whether nobody would be left to go on, where there are several. */
    private boolean lonely(Stand stand) {
        return world.stands().size() > 1
                && world.stands().stream()
                        .noneMatch(other -> !other.equals(stand) && other.node().ready());
    }

    private void atDatabase(@Nullable Road road, String name, Random random) {
        if (road == null) {
            return;
        }
        if (random.nextBoolean()) {
            road.cut();
            world.witness().note("cut to database", name);
        } else {
            during("refused by database", name, 500 + random.nextInt(1_500), now -> {
                road.refuse(now);
                road.cut();
            });
        }
    }

    private void slowDatabase(@Nullable Road road, String name, int millis) {
        if (road != null) {
            during("slow to database", name, 1_000, delays(road, millis));
        }
    }

    private static Consumer<Boolean> delays(Road road, int millis) {
        return now -> road.delay(Duration.ofMillis(now ? millis : 0));
    }

    private void during(String what, String name, long millis, Consumer<Boolean> switched) {
        long from = System.nanoTime();
        switched.accept(true);
        boolean unused = rest(millis);
        switched.accept(false);
        world.witness().note(new Mishap(what, name, from, System.nanoTime()));
    }

    private void trap(Stand stand, Random random) {
        List<Trap.Place> places = Trap.Place.of(stand.toDatabase() != null);
        Trap.Place place = places.get(random.nextInt(places.size()));
        stand.trap().set(place);
        for (int i = 0; i < 100 && stand.trap().isSet() && !closed; i++) {
            if (!rest(20)) {
                break;
            }
        }
        if (!stand.trap().isSet()) {
            world.witness().note(Mishap.hit(place), stand.node().name());
        }
        stand.trap().clear();
    }

    private void pause(Stand stand, long millis) throws IOException, InterruptedException {
        long from = System.nanoTime();
        stand.node().pause(true);
        try {
            boolean unused = rest(millis);
        } finally {
            stand.node().pause(false);
            world.witness().note(new Mishap("pause", stand.node().name(), from, System.nanoTime()));
        }
    }

    private void atPlatform(Random random) {
        int count = 1 + random.nextInt(5);
        switch (random.nextInt(12)) {
            case 0 -> play("reset before acceptance", Fault.resetBeforeAcceptance(), count);
            case 1 -> play("reset after acceptance", Fault.resetAfterAcceptance(), count);
            case 2 -> play("server error", Fault.serverError(500), count);
            case 3 -> play("bad gateway", Fault.badGatewayAfterAcceptance(502), count);
            case 4 -> play("unreadable", Fault.unreadableBody(), count);
            case 5 -> play("refused 130429", Fault.error(130429), count);
            case 6 -> play("refused 131056", Fault.error(131056), count);
            case 7 -> play("silence", Fault.silenceAfterAcceptance(), 1);
            default -> step(Duration.ofMinutes(20 + random.nextInt(500)));
        }
    }

    private void play(String what, Fault fault, int count) {
        world.platform().faults().next(count, fault);
        world.witness().note("platform: " + what, "");
    }

    private void step(Duration by) {
        long from = System.nanoTime();
        world.time().step(by);
        world.witness().note(new Mishap("clock stepped", "", from, System.nanoTime()));
    }

    /** Starts again what was killed. */
    private void heal(Stand stand) {
        while (!closed) {
            if (!stand.node().ready()) {
                restart(stand);
            }
            boolean unused = rest(50);
        }
    }

    private void restart(Stand stand) {
        long from = System.nanoTime();
        Integer code = stand.node().diedWith();
        if (code != null) {
            world.witness().note(Mishap.DEATH, stand.node().name() + ", exit code " + code);
        }
        try {
            stand.node().end();
            stand.node().start();
            if (stand.node().await(RESTART)) {
                world.witness().note(new Mishap("restart", stand.node().name(), from, System.nanoTime()));
            }
        } catch (IOException e) {
            LOG.warn("{} could not be started: {}", stand.node().name(), e.toString());
        }
    }

    /** Ends it: everything is whole again, and all nodes are there. */
    @Override
    public void close() {
        closed = true;
        try {
            for (Thread thread : loops) {
                thread.join();
            }
            for (Thread thread : healers) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        world.platform().faults().clear();
        world.platform().webhooks().faults().clear();
        for (Stand stand : world.stands()) {
            // One that gives up, because the others keep the database busy, is started again.
            long until = System.nanoTime() + RESTART.toNanos();
            while (!stand.node().ready() && System.nanoTime() - until < 0) {
                restart(stand);
            }
        }
    }
}
