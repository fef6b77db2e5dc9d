package org.whatsapppolicy.store.jdbc;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.store.Inbox;
import org.whatsapppolicy.store.Intake;
import org.whatsapppolicy.store.state.Address;

/** The inbox in the database of the store. */
final class JdbcInbox implements Inbox {

    private final Database database;
    private final Receiving receiving;

    JdbcInbox(Database database, Receiving receiving) {
        this.database = database;
        this.receiving = receiving;
    }

    @Override
    public Intake.Result take(Intake intake) {
        if (intake.receipts().isEmpty() && intake.taken().isEmpty()) {
            return Intake.Result.NOTHING;
        }
        return database.write(
                "take " + intake.receipts().size() + " events in", session -> receiving.take(session, intake));
    }

    @Override
    public Optional<Duration> underWay(Collection<Recipient> people) {
        List<Address> addresses =
                people.stream().filter(Address::readable).map(Address::of).toList();
        return addresses.isEmpty()
                ? Optional.empty()
                : database.read("look for messages under way", session -> Receiving.underWay(session, addresses));
    }

    @Override
    public List<Queued> claim(int max, Duration lease) {
        // Who only looks must not cost the others a commit.
        return database.read("look for events", InboxTable::due)
                ? database.write("claim events", session -> InboxTable.claim(session, max, lease))
                : List.of();
    }

    @Override
    public void taken(Collection<Long> ids) {
        database.write("record events as taken", session -> InboxTable.taken(session, ids));
    }

    @Override
    public void again(Collection<Long> ids, Duration after) {
        database.write("put events back", session -> InboxTable.again(session, ids, after));
    }

    @Override
    public void dead(long id) {
        database.write("give an event up", session -> InboxTable.dead(session, id));
    }

    @Override
    public int forget(int max, Duration remembered, @Nullable Duration dead) {
        return database.write(
                "forget old events",
                session -> InboxTable.forget(session, max, false, remembered)
                        + (dead == null ? 0 : InboxTable.forget(session, max, true, dead)));
    }
}
