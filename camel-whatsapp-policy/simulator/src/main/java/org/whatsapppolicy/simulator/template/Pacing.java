package org.whatsapppolicy.simulator.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;

/**
 * Holds back the bulk of a template's messages until it is clear how the first ones were taken. Off until asked for, by
 * name. Safe for use by several threads.
 */
public final class Pacing {

    private record Key(String name, String language) {}

    private final ConcurrentHashMap<Key, Hold> holds = new ConcurrentHashMap<>();
    private final SimulatorClock clock;
    private final Consumer<StoredTemplate> bad;
    private volatile Duration decision = Duration.ofHours(1);

    Pacing(SimulatorClock clock, Consumer<StoredTemplate> bad) {
        this.clock = clock;
        this.bad = bad;
    }

    /** How long after the first message that was held back it is decided; an hour to begin with. */
    public Pacing decidesAfter(Duration time) {
        decision = time;
        return this;
    }

    /**
     * Paces a template: its first messages pass, further ones are answered with {@code held_for_quality_assessment}
     * until they are decided on, whereupon pacing ends.
     *
     * @param pass how many go out at once
     * @param good whether the first ones are taken well; if not, held ones fail with 132015 and the template is paused
     *     until it is unpaused by hand
     */
    public Pacing pace(String name, String language, int pass, boolean good) {
        holds.put(new Key(name, language), new Hold(pass, good));
        return this;
    }

    /**
     * Asks for a message to pass.
     *
     * @param decided called later, from the clock, with whether the message may go; not called when it passes at once
     * @return whether it is held back
     */
    public boolean holds(StoredTemplate stored, Consumer<Boolean> decided) {
        if (holds.isEmpty()) {
            return false;
        }
        Key key = new Key(stored.template().name(), stored.template().language());
        Hold hold = holds.get(key);
        if (hold == null) {
            return false;
        }
        Boolean first = hold.add(decided);
        if (first == null) {
            return false;
        }
        if (first) {
            clock.schedule(decision, () -> decide(key, hold, stored));
        }
        return true;
    }

    private void decide(Key key, Hold hold, StoredTemplate stored) {
        holds.remove(key, hold);
        if (!hold.good) {
            bad.accept(stored);
        }
        hold.release();
    }

    /** One template's messages under observation. */
    private static final class Hold {

        private final boolean good;
        private final List<Consumer<Boolean>> waiting = new ArrayList<>();
        private int pass;
        private boolean over;

        Hold(int pass, boolean good) {
            this.pass = pass;
            this.good = good;
        }

        /** Null when it may pass, else whether it is the first that has to wait. */
        synchronized @Nullable Boolean add(Consumer<Boolean> decided) {
            if (over || pass > 0) {
                pass--;
                return null;
            }
            waiting.add(decided);
            return waiting.size() == 1;
        }

        void release() {
            List<Consumer<Boolean>> all;
            synchronized (this) {
                over = true;
                all = List.copyOf(waiting);
                waiting.clear();
            }
            all.forEach(one -> one.accept(good));
        }
    }
}
