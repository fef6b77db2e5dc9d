package org.whatsapppolicy.simulator.people;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.shown.ShownContent;

/** How one message will fare with one person: the draws of chance for it. For the simulator. */
public final class Course {

    /** Of somebody without a behaviour. */
    public static final Course PLAIN = new Course(null, 0, "", 0);

    private static final int DELIVERY = 0;
    private static final int OFF = 1;
    private static final int OFF_FOR = 2;
    private static final int READS = 3;
    private static final int READS_AFTER = 4;
    private static final int FIRST_HABIT = 10;

    private final @Nullable Behaviour behaviour;
    private final long seed;
    private final String person;
    private final int message;

    Course(@Nullable Behaviour behaviour, long seed, String person, int message) {
        this.behaviour = behaviour;
        this.seed = seed;
        this.person = person;
        this.message = message;
    }

    /** From sent to the phone. */
    public Duration way(Duration usual) {
        return behaviour == null ? usual : behaviour.delivery().at(draw(DELIVERY));
    }

    /** For how long the phone turns out to be off, mostly zero. */
    public Duration switchedOff() {
        return behaviour == null || draw(OFF) >= behaviour.off()
                ? Duration.ZERO
                : behaviour.offFor().at(draw(OFF_FOR));
    }

    /** From delivered to read, null for never. */
    public @Nullable Duration reading(@Nullable Duration usual) {
        if (behaviour == null) {
            return usual;
        }
        return draw(READS) < behaviour.reads() ? behaviour.readsAfter().at(draw(READS_AFTER)) : null;
    }

    /** Schedules what the person does after reading. */
    public void react(Chat chat, String wamid, String category, ShownContent content, SimulatorClock clock) {
        List<Habit> habits = behaviour == null ? List.of() : behaviour.habits();
        for (int i = 0; i < habits.size(); i++) {
            Habit habit = habits.get(i);
            int question = FIRST_HABIT + 3 * i;
            if (habit.concerns(category) && draw(question) < habit.chance()) {
                Received received = new Received(wamid, category, content, draw(question + 2));
                clock.schedule(habit.after().at(draw(question + 1)), () -> {
                    // Who has blocked the business in the meantime is done with it.
                    if (!chat.person().hasBlocked(chat.number().id())) {
                        habit.deed().doneBy(chat, received);
                    }
                });
            }
        }
    }

    private double draw(int question) {
        return Dice.at(seed, person, message, question);
    }
}
