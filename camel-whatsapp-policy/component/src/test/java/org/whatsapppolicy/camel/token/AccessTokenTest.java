package org.whatsapppolicy.camel.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AccessTokenTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicReference<String> secret = new AtomicReference<>("one");
    private final AtomicInteger reads = new AtomicInteger();
    private final AccessToken token = new AccessToken("{{secret}}", this::read, nanos::get);

    private String read(String written) {
        reads.incrementAndGet();
        String now = Objects.requireNonNull(secret.get());
        if (now.isEmpty()) {
            throw new IllegalArgumentException("the vault is away");
        }
        return now;
    }

    private void later(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Test
    void is_read_at_most_once_a_second() {
        secret.set("two");
        later(999);
        assertThat(token.value()).isEqualTo("one");
        later(1);
        assertThat(token.value()).isEqualTo("two");
        assertThat(token.value()).isEqualTo("two");
        assertThat(reads).hasValue(2);
    }

    @Test
    void is_read_at_once_when_the_platform_refused_it() {
        assertThat(token.renewed("one")).isCompletedWithValue(false);
        secret.set("two");
        assertThat(token.renewed("one")).isCompletedWithValue(true);
        assertThat(token.value()).isEqualTo("two");
    }

    @Test
    void the_last_one_stays_while_its_source_is_away_and_is_never_shown() {
        secret.set("");
        later(5_000);
        assertThat(token.value()).isEqualTo("one");
        assertThat(token).hasToString("AccessToken");
    }

    @Nested
    @DisplayName("While the vault hangs")
    class Hanging {

        private final Deque<Runnable> readers = new ArrayDeque<>();
        private final AccessToken slow =
                new AccessToken("{{secret}}", AccessTokenTest.this::read, readers::add, nanos::get);

        @BeforeEach
        void hangs() {
            secret.set("two");
            later(1_000);
        }

        @Test
        void one_reads_and_requests_wait_a_moment_for_it() {
            assertThat(slow.ready()).isNotDone();
            assertThat(slow.ready()).succeedsWithin(SOON);
            assertThat(slow.known()).isEqualTo("one");
            assertThat(readers).hasSize(1);
            later(30_000);
            assertThat(slow.ready()).isCompleted();

            readers.remove().run();

            assertThat(slow.known()).isEqualTo("two");
        }

        @Test
        void whose_token_was_refused_is_told_no_in_the_end_and_later_ones_at_once() {
            assertThat(slow.renewed("one")).succeedsWithin(SOON).isEqualTo(false);
            later(30_000);
            assertThat(slow.renewed("one")).isCompletedWithValue(false);
            assertThat(readers).hasSize(1);
        }

        @Test
        void what_was_read_before_a_refusal_is_not_the_answer_to_it() {
            secret.set("one");
            var unused = slow.ready();
            later(1);
            CompletableFuture<Boolean> renewed = slow.renewed("one");
            readers.remove().run();
            assertThat(renewed).isNotDone();
            secret.set("two");
            readers.remove().run();
            assertThat(renewed).isCompletedWithValue(true);
        }

        @Test
        void a_reading_that_never_ends_is_not_the_last_and_one_that_ends_late_brings_nothing_old_back() {
            var unused = slow.ready();
            later(60_000);
            var unusedNext = slow.ready();
            assertThat(readers).hasSize(2);

            readers.removeLast().run();
            secret.set("one");
            readers.remove().run();

            assertThat(slow.known()).isEqualTo("two");
        }

        @Test
        void no_thread_can_be_started() {
            AccessToken closed = new AccessToken(
                    "{{secret}}",
                    AccessTokenTest.this::read,
                    reader -> {
                        throw new RejectedExecutionException("closed");
                    },
                    nanos::get);
            later(1_000);
            assertThat(closed.ready()).isCompleted();
            assertThat(closed.known()).isEqualTo("two");
        }
    }
}
