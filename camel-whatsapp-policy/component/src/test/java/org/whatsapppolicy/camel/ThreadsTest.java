package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultThreadPoolFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.camel.send.Later;

class ThreadsTest {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private volatile boolean crowded;
    private final Threads threads = threads();

    private Threads threads() {
        camel.getExecutorServiceManager().setThreadPoolFactory(new AtTheLimit());
        return new Threads(camel, this, 2, 2);
    }

    /** Camel's pools, for which no thread can be started while it is crowded. */
    private final class AtTheLimit extends DefaultThreadPoolFactory {

        @Override
        public ExecutorService newCachedThreadPool(ThreadFactory factory) {
            return super.newCachedThreadPool(limited(factory));
        }

        @Override
        public ExecutorService newThreadPool(ThreadPoolProfile profile, ThreadFactory factory) {
            return super.newThreadPool(profile, limited(factory));
        }

        @Override
        public ScheduledExecutorService newScheduledThreadPool(ThreadPoolProfile profile, ThreadFactory factory) {
            return super.newScheduledThreadPool(profile, limited(factory));
        }

        private ThreadFactory limited(ThreadFactory factory) {
            return work -> {
                if (crowded) {
                    throw new InternalError("unable to create native thread");
                }
                return factory.newThread(work);
            };
        }
    }

    @AfterEach
    void stop() {
        threads.stop();
        threads.stopTimer();
        camel.stop();
    }

    @Test
    @DisplayName(
            "Steps that hang keep nobody else: whoever brings the end of a message never runs the route's next step")
    void who_hands_over_does_not_do_the_work() throws InterruptedException {
        CountDownLatch hang = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(2);
        Queue<Thread> ran = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 5_000; i++) {
            threads.callbacks().execute(() -> {
                ran.add(Thread.currentThread());
                begun.countDown();
                try {
                    if (Thread.currentThread().getName().contains("WhatsAppPolicyCallbacks")) {
                        hang.await();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        begun.await();
        hang.countDown();

        assertThat(ran).doesNotContain(Thread.currentThread());
    }

    @Test
    @DisplayName("What comes after the stop is refused and not dropped, so that an exchange can still be ended")
    void after_the_stop_it_says_no() {
        threads.stop();

        assertThatThrownBy(() -> threads.callbacks().execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> threads.requests().execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> threads.consents().execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    @DisplayName("So is what comes while no thread can be started: who gave it hears what it hears at a stop")
    void at_the_limit_of_threads_it_says_no() {
        crowded = true;
        assertThat(List.of(
                        threads.requests(),
                        threads.callbacks(),
                        threads.events(),
                        threads.consents(),
                        threads.blocking()))
                .allSatisfy(pool -> assertThatThrownBy(() -> pool.execute(() -> {}))
                        .isInstanceOf(RejectedExecutionException.class));
    }

    @Test
    @DisplayName("What comes later comes also at the limit of threads")
    void at_the_limit_of_threads_the_timer_goes_on() throws InterruptedException {
        crowded = true;
        CountDownLatch came = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            new Later(threads.timer()).in(1, TimeUnit.MILLISECONDS, came::countDown);
        }
        assertThat(came.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @DisplayName(
            "S-14: as many questions about consent as may wait leave room for what else comes later, as a chore does")
    void the_timer_has_room_for_all_that_wait() {
        List<String> never = new ArrayList<>();
        Later later = new Later(threads.timer());
        for (int i = 0; i < 10_100; i++) {
            later.in(1, TimeUnit.HOURS, () -> {}, () -> never.add("refused"));
        }
        assertThat(never).isEmpty();
    }
}
