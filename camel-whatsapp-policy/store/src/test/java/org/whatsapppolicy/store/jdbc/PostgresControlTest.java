package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.aDocument;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.decision.Stop;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Due;
import org.whatsapppolicy.store.Room;
import org.whatsapppolicy.store.kit.ControlKit;
import org.whatsapppolicy.store.kit.Stores;

class PostgresControlTest extends ControlKit {

    private static final String[] RESUMING = {
        "lock table stopped in exclusive mode", "delete from stopped", "update installation set epoch = epoch + 1"
    };

    private Connection other;

    @Override
    protected Stores stores() {
        return Stores.postgres();
    }

    @BeforeEach
    void begin() throws SQLException {
        other = Objects.requireNonNull(stores.tables());
        other.setAutoCommit(false);
    }

    @AfterEach
    void end() throws SQLException {
        other.close();
    }

    private void run(String... statements) throws SQLException {
        try (Statement statement = other.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private long waiting() throws SQLException {
        return waitingFor("");
    }

    private long waitingForTable() throws SQLException {
        return waitingFor(" and locktype = 'relation'");
    }

    private long waitingFor(String what) throws SQLException {
        try (Statement statement = other.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from pg_locks where not granted" + what)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Test
    @DisplayName("a resume waits for a decision that still saw the stop, and brings back what it held")
    void a_resume_waits_for_a_decision() throws SQLException {
        agrees(ALICE, PURPOSE);
        store.controls().stop(Stop.ALL, "ann", "wrong amounts");
        run("insert into idempotency_key (key, message_id, recorded_at) values ('k', '" + UUID.randomUUID() + "', 0)");
        CompletableFuture<Admission.Decided> decision =
                CompletableFuture.supplyAsync(() -> decided(aSend().key("k").build()));
        await().until(() -> waiting() == 1);

        CompletableFuture<Boolean> resume =
                CompletableFuture.supplyAsync(() -> store.controls().resume(Stop.ALL, "bob", "mended"));
        await().until(() -> resume.isDone() || waiting() == 2);
        other.rollback();

        assertThat(decision.join().decision().codes()).containsExactly("stopped");
        assertThat(resume.join()).isTrue();
        assertThat(store.claimDue(10, LEASE)).hasSize(1);
    }

    @Test
    @DisplayName("a decision that saw the stop waits for a resume under way, and is made anew")
    void a_decision_waits_for_a_resume() throws SQLException {
        agrees(ALICE, PURPOSE);
        store.controls().stop(Stop.ALL, "ann", "wrong amounts");
        run(RESUMING);
        CompletableFuture<Admission.Decided> decision = CompletableFuture.supplyAsync(() -> decided(aSend().build()));
        await().until(() -> decision.isDone() || waiting() == 1);
        other.commit();

        assertThat(decision.join().decision().verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    @DisplayName(
            "what stands in line behind a stopped message is brought back with it, also when it was decided meanwhile")
    void what_stands_in_line_comes_back_too() throws SQLException {
        activate(aDocument().revision(2).purpose(aPurpose().ordered()));
        agrees(ALICE, PURPOSE);
        store.controls().stop(Stop.ALL, "ann", "wrong amounts");
        UUID first = decided(aSend().build()).messageId();
        run("insert into idempotency_key (key, message_id, recorded_at) values ('k', '" + UUID.randomUUID() + "', 0)");
        try (Connection holder = Objects.requireNonNull(stores.tables());
                Statement hold = holder.createStatement()) {
            holder.setAutoCommit(false);
            hold.execute("select id from message where id = '" + first + "' for update");
            CompletableFuture<Boolean> resume =
                    CompletableFuture.supplyAsync(() -> store.controls().resume(Stop.ALL, "bob", "mended"));
            await().until(() -> waiting() == 1);
            CompletableFuture<Admission.Decided> second =
                    CompletableFuture.supplyAsync(() -> decided(aSend().key("k").build()));
            await().until(() -> waiting() == 2);
            holder.rollback();
            // The first is due again; the second looked before that.
            await().until(() -> resume.isDone() || waitingForTable() == 1);
            other.rollback();

            assertThat(second.join().decision().codes()).containsExactly("in-order");
            assertThat(resume.join()).isTrue();
        }
        assertThat(store.claimDue(10, LEASE)).hasSize(2);
    }

    @Test
    @DisplayName("so does one that decides what is due")
    void a_departure_waits_for_a_resume() throws SQLException {
        agrees(ALICE, PURPOSE);
        store.controls().stop(Stop.ALL, "ann", "wrong amounts");
        decided(aSend().build());
        itIs(Duration.ofHours(1));
        run(RESUMING);
        CompletableFuture<List<Due>> departing =
                CompletableFuture.supplyAsync(() -> store.departDue(Room.of(10), LEASE, one -> true, engine));
        await().until(() -> departing.isDone() || waiting() == 1);
        other.commit();

        assertThat(departing.join())
                .extracting(
                        due -> Objects.requireNonNull(due.decided()).decision().verdict())
                .containsExactly(Verdict.ALLOW);
    }
}
