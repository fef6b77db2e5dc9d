package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.evidence;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.store.Feed;
import org.whatsapppolicy.store.FeedEvent.Kind;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.kit.FeedKit;
import org.whatsapppolicy.store.kit.Stores;

class PostgresFeedTest extends FeedKit {

    private static final Duration LONG = Duration.ofHours(1);

    @Override
    protected Stores stores() {
        return Stores.postgres();
    }

    @Test
    @DisplayName("S-41: what another node commits late is not passed over")
    void nothing_is_skipped_when_commits_overtake() throws Exception {
        Feed feed = store.feed();
        feed.subscribe("crm", Set.of(Kind.DECISION, Kind.OPT_OUT));
        feed.lead("crm", "one", LONG);
        try (Connection slow = Objects.requireNonNull(stores.tables());
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("insert into event (kind, happened_at, attempt, state, error_code)"
                    + " values ('decision', 0, 1, 'ALLOW', 0)");
            store.record(
                    List.of(new PersonAct(ALICE, new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", TUESDAY_9)))));
            Feed.Page first = feed.next("crm", "one", 10);
            assertThat(first.events()).extracting(e -> e.kind()).containsExactly(Kind.OPT_OUT);
            feed.taken("crm", "one", first.upTo(), LONG);
            slow.commit();
            assertThat(feed.next("crm", "one", 10).events())
                    .extracting(e -> e.kind())
                    .containsExactly(Kind.DECISION);
        }
    }
}
