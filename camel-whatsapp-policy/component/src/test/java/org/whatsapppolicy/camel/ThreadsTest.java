package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ThreadsTest {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Threads threads = new Threads(camel, this, 2, 2);

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
}
