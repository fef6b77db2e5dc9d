package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.store.Admission;

@DisplayName("M-4: what was allowed and perhaps committed, while the database is away")
class DoubtsTest {

    private final Away away = new Away();
    private final Doubts doubts = new Doubts(new Fates(away, new PostgresDialect(1_000), Duration.ZERO));

    private static List<Admission> allowed() {
        Decision yes = new Decision(Verdict.ALLOW, List.of(), null, null, Category.UTILITY, false, "policy", TUESDAY_9);
        return List.of(new Admission.Decided(new UUID(0, 1), 1, 1, yes, TUESDAY_9));
    }

    private int setBack() {
        AtomicInteger settled = new AtomicInteger();
        int back = doubts.clear(outcomes -> settled.addAndGet(outcomes.size()));
        assertThat(back).isEqualTo(settled.get());
        return back;
    }

    @Test
    @DisplayName("promise 5: a batch that fails is told at once, also while earlier ones are asked for in vain")
    void who_adds_does_not_wait_for_who_asks() throws Exception {
        doubts.add("1", allowed());
        away.holdOn();
        CompletableFuture<Integer> asking = CompletableFuture.supplyAsync(this::setBack);
        assertThat(away.asked.await(60, TimeUnit.SECONDS)).isTrue();

        CompletableFuture.runAsync(() -> doubts.add(null, allowed())).get(60, TimeUnit.SECONDS);

        assertThat(asking).isNotDone();
        away.giveUp();
        assertThat(asking.get(60, TimeUnit.SECONDS)).isZero();
        assertThat(away.times).hasValue(1);
    }

    @Test
    void many_cost_one_wait_for_a_connection() {
        for (int i = 0; i < 5; i++) {
            doubts.add("" + i, allowed());
        }
        assertThat(setBack()).isZero();
        assertThat(away.times).hasValue(1);
    }

    @Test
    void what_is_known_to_be_committed_is_set_back_once() {
        doubts.add(null, allowed());
        assertThat(setBack()).isEqualTo(1);
        assertThat(setBack()).isZero();
    }

    /** A pool that has no connection, after a while. */
    private static final class Away implements Connections {
        private final AtomicInteger times = new AtomicInteger();
        private final CountDownLatch asked = new CountDownLatch(1);
        private volatile CountDownLatch wait = new CountDownLatch(0);

        void holdOn() {
            wait = new CountDownLatch(1);
        }

        void giveUp() {
            wait.countDown();
        }

        @Override
        public Session writer() throws SQLException {
            return reader();
        }

        @Override
        public Session reader() throws SQLException {
            times.incrementAndGet();
            asked.countDown();
            try {
                assertThat(wait.await(120, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
            throw new SQLException("the database is away", "08001");
        }

        @Override
        public void giveBack(Session session, boolean broken) {
            throw new AssertionError("nobody got one");
        }

        @Override
        public void close() {}
    }
}
