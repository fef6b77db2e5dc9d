package org.whatsapppolicy.store.jdbc;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.document.Retention;
import org.whatsapppolicy.store.Upkeep;

/** Upkeep in the database of the store. */
final class JdbcUpkeep implements Upkeep {

    private final Database database;

    JdbcUpkeep(Database database) {
        this.database = database;
    }

    @Override
    public boolean lead(String node, Duration lease) {
        return database.write("lead the upkeep", session -> UpkeepTable.lead(session, node, lease));
    }

    @Override
    public void leave(String node) {
        database.write("leave the upkeep", session -> UpkeepTable.leave(session, node));
    }

    @Override
    public Page look(Kind kind, Retention retention, @Nullable String after, int max) {
        return database.read(
                "look for what is past its retention",
                session -> UpkeepTable.look(session, kind, retention, after, max));
    }

    @Override
    public List<Map<String, Object>> told(Kind kind, Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.read("read what is to be archived", session -> UpkeepTable.told(session, kind, ids));
    }

    @Override
    public int remove(Kind kind, Retention retention, Collection<String> ids) {
        return ids.isEmpty()
                ? 0
                : database.write(
                        "remove what is past its retention",
                        session -> UpkeepTable.remove(session, kind, retention, ids));
    }
}
