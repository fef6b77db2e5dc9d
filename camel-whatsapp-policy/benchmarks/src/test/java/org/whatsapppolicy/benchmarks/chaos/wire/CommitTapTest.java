package org.whatsapppolicy.benchmarks.chaos.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What PostgreSQL says when a transaction is committed: {@code CommandComplete}, then {@code ReadyForQuery}. */
class CommitTapTest {

    private static final Moment AT = new Moment(1, 1);
    private static final String COMMIT = "C\0\0\0\013COMMIT\0";
    private static final String READY = "Z\0\0\0\005I";

    private final AtomicInteger commits = new AtomicInteger();
    private boolean goesOn = true;

    private final CommitTap tap = new CommitTap(() -> {
        commits.incrementAndGet();
        return goesOn;
    });

    @Test
    void a_commit_is_heard_before_its_word_goes_on() {
        assertThat(down("C\0\0\0\015INSERT 0 1\0" + COMMIT + READY)).isTrue();
        assertThat(commits).hasValue(1);
    }

    @Test
    void its_word_may_be_swallowed() {
        goesOn = false;

        assertThat(down(COMMIT + READY)).isFalse();
    }

    @Test
    void wherever_it_is_split_it_is_heard_once() {
        for (int at = 1; at < COMMIT.length(); at++) {
            commits.set(0);
            assertThat(down(READY + COMMIT.substring(0, at))).isTrue();
            assertThat(down(COMMIT.substring(at) + READY)).isTrue();
            assertThat(down(READY)).isTrue();
            assertThat(commits).as("split at " + at).hasValue(1);
        }
    }

    @Test
    void one_after_the_other_is_one_more() {
        down(COMMIT + READY);
        down(COMMIT + READY);

        assertThat(commits).hasValue(2);
    }

    @Test
    void a_row_that_speaks_of_one_a_rollback_and_what_the_client_says_are_none() {
        down("D\0\0\0\020\0\001\0\0\0\006COMMIT");
        down("C\0\0\0\015ROLLBACK\0" + READY);
        tap.up(COMMIT.getBytes(StandardCharsets.ISO_8859_1), AT);

        assertThat(commits).hasValue(0);
    }

    private boolean down(String bytes) {
        return tap.down(bytes.getBytes(StandardCharsets.ISO_8859_1), AT);
    }
}
