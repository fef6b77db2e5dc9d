package org.whatsapppolicy.camel.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.camel.send.Later;

/** One turn after the other, whoever asks and however often. */
class ChoreTest {

    private static final long OTHERWISE = 1_000;

    private final Timetable timetable = new Timetable();
    private boolean crowded;
    private int turns;

    @AfterEach
    void end() {
        timetable.shutdownNow();
    }

    private Chore chore(LongSupplier work) {
        return new Chore(new Later(timetable), this::execute, OTHERWISE, "do it", () -> {
            turns++;
            return work.getAsLong();
        });
    }

    @Test
    void the_work_says_when_the_next_turn_is() {
        chore(() -> 70).in(5);
        timetable.run(0);
        assertThat(timetable.delays()).containsExactly(5L, 70L);
    }

    @Test
    void what_failed_is_tried_again() {
        chore(() -> {
                    throw new IllegalStateException("no database");
                })
                .in(5);
        timetable.run(0);
        assertThat(timetable.delays()).containsExactly(5L, OTHERWISE);
    }

    private void execute(Runnable turn) {
        if (crowded) {
            throw new RejectedExecutionException("no thread can be started just now");
        }
        turn.run();
    }

    @Test
    @DisplayName("S-47: a turn for which no thread can be started is not the last: what is due to go goes later")
    void a_turn_without_a_thread_is_not_the_last() {
        crowded = true;
        chore(() -> 70).in(5);
        timetable.run(0);
        crowded = false;
        timetable.run(1);
        assertThat(turns).isOne();
        assertThat(timetable.delays()).containsExactly(5L, OTHERWISE, 70L);
    }

    @Test
    void a_turn_without_a_thread_leaves_one_that_was_asked_for_meanwhile_alone() {
        Chore chore = chore(() -> 70);
        chore.in(100);
        chore.in(5);
        crowded = true;
        timetable.run(0);
        assertThat(timetable.delays()).containsExactly(100L, 5L);
    }

    @Test
    void of_several_that_were_asked_for_the_last_one_comes() {
        Chore chore = chore(() -> 70);
        chore.in(100);
        chore.in(5);
        timetable.run(1);
        timetable.run(0);
        assertThat(turns).isEqualTo(1);
        assertThat(timetable.delays()).containsExactly(100L, 5L, 70L);
    }

    @Test
    void one_that_is_asked_for_during_a_turn_is_the_next_and_the_only_one() {
        Chore[] itself = new Chore[1];
        itself[0] = chore(() -> {
            if (turns == 1) {
                itself[0].in(0);
            }
            return 70;
        });
        itself[0].in(5);
        timetable.run(0);
        assertThat(timetable.delays()).containsExactly(5L, 0L);
        timetable.run(1);
        assertThat(turns).isEqualTo(2);
        assertThat(timetable.delays()).containsExactly(5L, 0L, 70L);
    }

    @Test
    void none_begins_after_its_end() {
        Chore chore = chore(() -> 70);
        chore.in(5);
        chore.end();
        timetable.run(0);
        assertThat(turns).isZero();
        assertThat(timetable.delays()).containsExactly(5L);
    }

    @Test
    void one_that_is_under_way_at_its_end_is_the_last() {
        Chore[] itself = new Chore[1];
        itself[0] = chore(() -> {
            itself[0].end();
            return 70;
        });
        itself[0].in(5);
        timetable.run(0);
        assertThat(timetable.delays()).containsExactly(5L);
    }

    /** A timer on which a moment comes when the test says so. */
    private static final class Timetable extends ScheduledThreadPoolExecutor {

        private final List<Runnable> tasks = new ArrayList<>();
        private final List<Long> delays = new ArrayList<>();

        Timetable() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            tasks.add(task);
            delays.add(unit.toMillis(delay));
            return super.schedule(() -> {}, 1, TimeUnit.DAYS);
        }

        void run(int number) {
            tasks.get(number).run();
        }

        List<Long> delays() {
            return delays;
        }
    }
}
