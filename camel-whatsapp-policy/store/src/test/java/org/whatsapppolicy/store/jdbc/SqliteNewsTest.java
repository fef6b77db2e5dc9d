package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.PURPOSE;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.store.FeedEvent.Kind;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.kit.NewsKit;
import org.whatsapppolicy.store.kit.Stores;

class SqliteNewsTest extends NewsKit {
    @Override
    protected Stores stores() {
        return Stores.sqlite();
    }

    @Test
    @DisplayName(
            "S-11: a look for consents that will lapse waits for no writer, and keeps none waiting, when none will")
    void a_look_in_vain_takes_no_writer() throws SQLException {
        store.feed().subscribe("crm", Set.of(Kind.LAPSING));
        agrees(ALICE, PURPOSE);
        try (PolicyStore hasty = stores.open(FROZEN.patience(Duration.ofMillis(400)));
                Connection writer = Objects.requireNonNull(stores.tables());
                Statement statement = writer.createStatement()) {
            statement.execute("begin immediate");
            assertThat(hasty.feed().tellLapsing(engine.document(), 500)).isZero();
            statement.execute("rollback");
        }
    }
}
