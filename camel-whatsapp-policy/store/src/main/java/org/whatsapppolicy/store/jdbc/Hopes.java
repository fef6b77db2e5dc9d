package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.whatsapppolicy.store.state.Happenings;
import org.whatsapppolicy.store.state.Judged;
import org.whatsapppolicy.store.state.Progress;

/** Ends messages that were sent and never delivered (S-38). */
final class Hopes {

    private static final String WHY = "update message set reasons = ? where id $in";

    private Hopes() {}

    /** Ends those of them whose time to live is over; how many. */
    static int end(Session session, Collection<UUID> ids) throws SQLException {
        Installation installation = Installation.load(session);
        Happenings happenings = installation.happenings();
        Map<UUID, Progress> before = Settling.load(session, List.copyOf(ids));
        Map<UUID, Progress> after = new TreeMap<>();
        before.forEach((id, p) -> {
            Progress ended = p.hopeless(installation.now());
            if (!ended.equals(p)) {
                after.put(id, ended);
                happenings.notDelivered(id, ended);
            }
        });
        if (!after.isEmpty()) {
            session.update(WHY, ReasonsJson.write(List.of(Judged.NOT_DELIVERED)), Keys.ids(after.keySet()));
        }
        Settling.save(session, before, after, happenings);
        return after.size();
    }
}
