package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.aSend;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreUnavailableException;
import org.whatsapppolicy.store.kit.LossyCommits;
import org.whatsapppolicy.store.kit.LossyCommits.Fate;
import org.whatsapppolicy.store.kit.StoreKit;
import org.whatsapppolicy.store.kit.Stores;
import org.whatsapppolicy.store.kit.TestPostgres;

/** M-4: the answer to a commit is lost. The server is asked what became of it; the store of the kit is another node. */
class PostgresCommitTest extends StoreKit {

    private final HikariDataSource pool = TestPostgres.freshDatabase();
    private final LossyCommits commits = new LossyCommits(pool);

    @Override
    protected Stores stores() {
        return new Stores.OnServer(pool);
    }

    private PolicyStore lossy() {
        return PolicyStores.jdbc(commits.source(), FROZEN.patience(Duration.ofMillis(400)));
    }

    private static Admission only(List<Admission> answers) {
        return answers.get(0);
    }

    private MessageState state(SendRequest send) {
        return store.message(send.id()).orElseThrow().state();
    }

    @Test
    void what_was_committed_unheard_counts_as_heard() {
        agrees(ALICE, PURPOSE);
        try (PolicyStore mine = lossy()) {
            SendRequest send = aSend().build();
            commits.next(Fate.DONE_UNHEARD);

            Admission answer = only(mine.decide(List.of(send), engine));

            assertThat(answer).isInstanceOfSatisfying(Admission.Decided.class, decided -> assertThat(
                            decided.decision().verdict())
                    .isEqualTo(Verdict.ALLOW));
            assertThat(state(send)).isEqualTo(MessageState.SENDING);
            assertThat(mine.setBack()).isZero();
        }
    }

    @Test
    void what_was_not_committed_is_told_so_and_nothing_is_recorded() {
        agrees(ALICE, PURPOSE);
        try (PolicyStore mine = lossy()) {
            SendRequest send = aSend().key("slip-1").build();
            commits.next(Fate.UNDONE);

            StoreUnavailableException away =
                    catchThrowableOfType(StoreUnavailableException.class, () -> mine.decide(List.of(send), engine));

            assertThat(away.commitUnknown()).isFalse();
            assertThat(store.message(send.id())).isEmpty();
            assertThat(only(mine.decide(List.of(send), engine))).isInstanceOf(Admission.Decided.class);
        }
    }

    @Test
    @DisplayName(
            "M-4: while nobody can be asked the fate is unknown, and then what was allowed and not sent is held again")
    void it_is_set_back_when_the_server_is_there_again() {
        agrees(ALICE, PURPOSE);
        try (PolicyStore mine = lossy()) {
            SendRequest send = aSend().build();
            commits.next(Fate.DONE_AND_AWAY);

            assertThatThrownBy(() -> mine.decide(List.of(send), engine))
                    .isInstanceOfSatisfying(StoreUnavailableException.class, e -> assertThat(e.commitUnknown())
                            .isTrue())
                    .hasMessageContaining("ask for the messages by their ids");
            assertThat(mine.setBack()).isZero();
            commits.away(false);

            assertThat(only(mine.decide(List.of(send), engine))).isInstanceOf(Admission.Repeated.class);
            assertThat(mine.setBack()).isEqualTo(1);

            assertThat(state(send)).isEqualTo(MessageState.HELD);
            assertThat(store.claimDue(10, LEASE))
                    .extracting(SendRequest::attempt)
                    .containsExactly(2);
            assertThat(mine.setBack()).isZero();
        }
    }

    @Test
    @DisplayName(
            "M-4: also when another node has found the silence meanwhile, since its owner knows that nothing was begun")
    void the_owner_knows_better_than_silence() {
        agrees(ALICE, PURPOSE);
        try (PolicyStore mine = lossy()) {
            SendRequest send = aSend().build();
            commits.next(Fate.DONE_AND_AWAY);
            assertThatThrownBy(() -> mine.decide(List.of(send), engine)).isInstanceOf(StoreUnavailableException.class);
            commits.away(false);
            itIs(Duration.ofMinutes(5));
            assertThat(store.expireLeases(LEASE)).isEqualTo(1);
            assertThat(state(send)).isEqualTo(MessageState.UNKNOWN);

            assertThat(mine.setBack()).isEqualTo(1);

            assertThat(state(send)).isEqualTo(MessageState.HELD);
        }
    }

    @Test
    @DisplayName("M-4: nothing stays unknown while its node lives, however long the database is away")
    void an_outage_of_hours_is_not_counted() {
        agrees(ALICE, PURPOSE);
        try (PolicyStore mine = lossy()) {
            SendRequest send = aSend().build();
            commits.next(Fate.DONE_AND_AWAY);
            assertThatThrownBy(() -> mine.decide(List.of(send), engine)).isInstanceOf(StoreUnavailableException.class);
            for (int second = 0; second < 4_000; second++) {
                assertThat(mine.setBack()).isZero();
            }
            commits.away(false);

            assertThat(mine.setBack()).isEqualTo(1);

            assertThat(state(send)).isEqualTo(MessageState.HELD);
        }
    }

    @Test
    void what_was_never_committed_is_not_set_back() {
        agrees(ALICE, PURPOSE);
        try (PolicyStore mine = lossy()) {
            SendRequest send = aSend().build();
            commits.next(Fate.UNDONE_AND_AWAY);
            assertThatThrownBy(() -> mine.decide(List.of(send), engine)).isInstanceOf(StoreUnavailableException.class);
            commits.away(false);
            Admission other = only(store.decide(List.of(send), engine));
            assertThat(other).isInstanceOf(Admission.Decided.class);

            assertThat(mine.setBack()).isZero();

            assertThat(state(send)).isEqualTo(MessageState.SENDING);
        }
    }
}
