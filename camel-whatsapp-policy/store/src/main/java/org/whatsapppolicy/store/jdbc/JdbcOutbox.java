package org.whatsapppolicy.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Outbox;
import org.whatsapppolicy.store.jdbc.Deciding.Prepared;
import org.whatsapppolicy.store.state.Address;

/** Messages that are taken in somebody else's transaction (M-9). */
final class JdbcOutbox implements Outbox {

    private static final String WHAT = "take a message in the route's transaction";

    private final DataSource source;
    private final Database database;
    private final Deciding deciding;

    JdbcOutbox(DataSource source, Database database, Deciding deciding) {
        this.source = source;
        this.database = database;
        this.deciding = deciding;
    }

    @Override
    public DataSource source() {
        return source;
    }

    @Override
    public Admission put(Connection connection, SendRequest request, PolicyEngine engine) {
        Prepared one = Prepared.of(request);
        try {
            return database.join(connection, WHAT, session -> within(session, one, engine, false));
        } catch (TakenBefore e) {
            return database.join(connection, WHAT, session -> within(session, one, engine, true));
        }
    }

    /**
     * Without the person's lock, which would be held for as long as the route's transaction lasts: what is new to the ledger
     * needs none, its key keeps others out.
     */
    private Admission within(Session session, Prepared one, PolicyEngine engine, boolean locked) throws SQLException {
        List<Address> addresses = Deciding.addresses(List.of(one));
        Trip finding = new Trip(session);
        Map<String, People.Found> people =
                locked ? People.lock(finding, addresses, true) : People.find(finding, addresses);
        Trip.Found<List<Installation>> found = Installation.load(finding, session.dialect());
        finding.go();
        deciding.made(session, List.of(one), people);
        Installation installation = Installation.only(found.get());
        List<@Nullable Admission> answers = deciding.round(
                session,
                new Trip(session),
                List.of(one),
                engine,
                people,
                installation,
                installation.happenings(),
                false);
        // Joined with somebody else between two statements: look again.
        if (answers.get(0) == null) {
            throw new Database.LostConflict("the person was joined with another meanwhile");
        }
        Admission answer = Objects.requireNonNull(answers.get(0));
        if (answer instanceof Admission.Decided decided && decided.attempt() > 1 && !locked) {
            throw new TakenBefore();
        }
        session.dialect().tellDue(session);
        return answer;
    }

    /** Another attempt of a message that ended: two of them at once would both begin it. */
    private static final class TakenBefore extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
