package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.BRUNO;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aSend;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.address.PhoneNumber;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.document.Retention;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.Upkeep;
import org.whatsapppolicy.store.Upkeep.Kind;
import org.whatsapppolicy.store.kit.Stores;
import org.whatsapppolicy.store.kit.UpkeepKit;

class PostgresUpkeepTest extends UpkeepKit {

    private static final int ROWS = Integer.getInteger("upkeep.rows", 30_000);

    @Override
    protected Stores stores() {
        return Stores.postgres();
    }

    private long count(String table) throws SQLException {
        try (Connection connection = Objects.requireNonNull(stores.tables());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void old() throws SQLException {
        long ended = TUESDAY_9.minus(Duration.ofDays(731)).toEpochMilli();
        try (Connection connection = Objects.requireNonNull(stores.tables());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into message (id, person_id, address_id, decided_at, counts_to, purpose, category,"
                            + " proactive, state, attempt, changed_at, error_code, idempotency_key, sender_named, type, priority,"
                            + " taken_at, policy_hash, reasons) select ('00000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid,"
                            + " i % 5000, i % 5000, " + ended + ", " + ended + ", 'slip', 'UTILITY', true, 'READ', 1, "
                            + ended
                            + ", 0, 'old-' || i, false, 'text', 0, " + ended + ", 'h', '[]' from generate_series(1, "
                            + ROWS
                            + ") i");
            statement.execute("insert into message_content (message_id, payload) select id, '{}' from message");
            statement.execute("insert into idempotency_key select idempotency_key, id, " + ended + " from message");
        }
    }

    private int removed(PolicyStore node, Kind kind) {
        int removed = 0;
        @Nullable String after = null;
        do {
            Upkeep.Page page = node.upkeep().look(kind, Retention.DEFAULT, after, 500);
            removed += node.upkeep().remove(kind, Retention.DEFAULT, page.past());
            after = page.next();
        } while (after != null);
        return removed;
    }

    @Test
    @DisplayName("sending goes on while everything old is taken away; a million with -Dupkeep.rows=1000000")
    void sending_goes_on() throws SQLException, InterruptedException, ExecutionException {
        old();
        try (PolicyStore node = stores.open(FROZEN)) {
            CompletableFuture<Integer> gone = CompletableFuture.supplyAsync(() -> removed(node, Kind.DECISION));
            int sent = 0;
            long longest = 0;
            do {
                // A person each, or the cap of one a day would say no.
                String number = "+55119" + (70_000_000 + sent);
                PhoneNumber person = new PhoneNumber(number, number, "BR");
                agrees(person, PURPOSE);
                long begun = System.nanoTime();
                Admission.Decided one =
                        decided(aSend().to(person).key("k-" + sent).build());
                settle(one, accepted());
                longest = Math.max(longest, System.nanoTime() - begun);
                assertThat(one.decision().verdict()).isEqualTo(Verdict.ALLOW);
                sent++;
            } while (!gone.isDone());
            assertThat(gone.get()).isEqualTo(ROWS);
            assertThat(count("message")).isEqualTo(sent);
            assertThat(count("message_content")).isEqualTo(sent);
            assertThat(count("idempotency_key")).isEqualTo(sent);
            assertThat(sent).isGreaterThan(5);
            // Whoever waits for a lock here waits for five seconds, and a whole removal lasts longer than that.
            assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofSeconds(4));
            System.out.printf(
                    "%,d messages went while %,d were sent, the slowest in %d ms%n", ROWS, sent, longest / 1_000_000);
        }
    }

    @Test
    @DisplayName("what somebody else has locked is passed over, not waited for")
    void locked_rows_are_passed_over() throws SQLException {
        Admission.Decided one = decided(aSend().build());
        settle(one, accepted());
        Admission.Decided other = decided(aSend().to(BRUNO).build());
        settle(other, accepted());
        itIs(Duration.ofDays(730));
        try (Connection route = Objects.requireNonNull(stores.tables());
                Statement statement = route.createStatement()) {
            route.setAutoCommit(false);
            statement.execute("select 1 from message where id = '" + one.messageId() + "' for update");
            assertThat(removed(store, Kind.DECISION)).isOne();
            route.rollback();
        }
        assertThat(store.message(other.messageId())).isEmpty();
        assertThat(store.message(one.messageId())).isPresent();
        assertThat(removed(store, Kind.DECISION)).isOne();
    }
}
