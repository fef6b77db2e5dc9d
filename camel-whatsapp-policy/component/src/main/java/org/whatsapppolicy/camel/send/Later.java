package org.whatsapppolicy.camel.send;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs short things later. What they throw is logged and ends nothing else. */
public final class Later {

    private static final Logger LOG = LoggerFactory.getLogger(Later.class);

    /** What comes after a future: one of the two is there. */
    interface Step<T> {
        void on(@Nullable T value, @Nullable Throwable problem);
    }

    private final ScheduledExecutorService timer;
    private final Map<Object, Runnable> waits = new ConcurrentHashMap<>();

    /** @param timer stays the caller's */
    public Later(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** Runs the task after the delay; not at all once the timer is shut down. */
    public void in(long delay, TimeUnit unit, Runnable task) {
        if (!scheduled(delay, unit, task)) {
            LOG.debug("Nothing runs later any more: the timer is shut down");
        }
    }

    /**
     * Runs the task after the delay, for somebody who waits.
     *
     * @param never runs in its place when the timer is shut down before; one of the two does, once
     */
    public void in(long delay, TimeUnit unit, Runnable task, Runnable never) {
        // Noted first: a timer that is shut down in this moment drops the task without a word.
        Object wait = new Object();
        waits.put(wait, never);
        if (!scheduled(delay, unit, () -> end(wait, task))) {
            end(wait, never);
        }
    }

    /** Tells those who wait that the timer was shut down. */
    public void stop() {
        waits.forEach(this::end);
    }

    private void end(Object wait, Runnable by) {
        if (waits.remove(wait) != null) {
            run(by);
        }
    }

    private boolean scheduled(long delay, TimeUnit unit, Runnable task) {
        try {
            ScheduledFuture<?> unused = timer.schedule(() -> run(task), delay, unit);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.warn("What was to run later failed: {}", e.toString());
        }
    }

    /** What comes after a future, whatever it brings. */
    static <T> void after(CompletableFuture<T> future, Step<T> step) {
        CompletableFuture<T> unused = future.whenComplete(step::on);
    }
}
