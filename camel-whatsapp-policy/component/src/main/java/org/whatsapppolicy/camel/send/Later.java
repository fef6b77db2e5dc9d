package org.whatsapppolicy.camel.send;

import java.util.concurrent.CompletableFuture;
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

    /** @param timer stays the caller's */
    public Later(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** Runs the task after the delay; not at all once the timer is shut down. */
    public void in(long delay, TimeUnit unit, Runnable task) {
        try {
            ScheduledFuture<?> unused = timer.schedule(() -> run(task), delay, unit);
        } catch (RejectedExecutionException e) {
            LOG.debug("Nothing runs later any more: the timer is shut down");
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("What was to run later failed: {}", e.toString());
        }
    }

    /** What comes after a future, whatever it brings. */
    static <T> void after(CompletableFuture<T> future, Step<T> step) {
        CompletableFuture<T> unused = future.whenComplete(step::on);
    }
}
