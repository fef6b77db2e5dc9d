package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.store.seal.Sealing;
import org.whatsapppolicy.store.seal.Wrapped;

/**
 * Keys of people (S-47). Texts name the key they are encrypted by, so that several of one person do no harm: people who turn out
 * to be one keep both, and two transactions may make one each. To delete a person's keys is to erase what they encrypt, wherever
 * a copy of it stands.
 */
final class KeyTable {

    /** Whose key encrypts what concerns nobody. */
    static final long NOBODY = 0;

    private static final String OF =
            "select id, person_id, wrapping, wrapped from person_key where person_id $in order by id";
    private static final Bulk INSERT = Bulk.insert(
            "person_key", "", Bulk.number("id"), Bulk.number("person_id"), Bulk.text("wrapping"), Bulk.text("wrapped"));
    private static final String WRAPPINGS = "select wrapping from person_key group by wrapping order by wrapping";
    private static final String OTHERS =
            "select id, wrapping, wrapped from person_key where wrapping <> ? order by id limit ? $lock $skip";
    private static final Bulk AGAIN =
            Bulk.update("person_key", Bulk.number("id"), Bulk.text("wrapping"), Bulk.text("wrapped"));

    private KeyTable() {}

    /** For texts about these people; makes keys for those who have none. Their rows should be locked. */
    static Sealer sealer(Session session, Collection<Long> people) throws SQLException {
        Seals seals = session.seals();
        if (seals == null || people.isEmpty()) {
            return Sealer.PLAIN;
        }
        Sealing sealing = seals.sealing();
        TreeSet<Long> all = new TreeSet<>(people);
        Map<Long, Sealer.Key> keys = new HashMap<>();
        session.query(OF, row -> read(row, keys, sealing), Keys.numbers(all));
        List<@Nullable Object[]> fresh = new ArrayList<>();
        for (Long person : all) {
            if (!keys.containsKey(person)) {
                Wrapped wrapped = sealing.fresh();
                long id = seals.ids().next();
                keys.put(person, new Sealer.Key(id, sealing.unwrap(wrapped)));
                fresh.add(new Object[] {id, person, wrapped.by(), wrapped.text()});
            }
        }
        session.bulk(INSERT, fresh);
        return new Sealer(keys);
    }

    private static boolean read(Row row, Map<Long, Sealer.Key> keys, Sealing sealing) throws SQLException {
        long id = row.number();
        long person = row.number();
        keys.put(person, new Sealer.Key(id, sealing.unwrap(new Wrapped(row.text(), row.text()))));
        return true;
    }

    /** Ids of the provider's keys that wrap anything. */
    static List<String> wrappings(Session session) throws SQLException {
        return session.query(WRAPPINGS, Row::text);
    }

    /** Wraps keys by the current one that are wrapped by another; returns how many. */
    static int wrapAgain(Session session, Sealing sealing, int max) throws SQLException {
        List<@Nullable Object[]> rows = session.query(
                OTHERS,
                row -> {
                    long id = row.number();
                    Wrapped again = sealing.again(new Wrapped(row.text(), row.text()));
                    return new Object[] {id, again.by(), again.text()};
                },
                sealing.current(),
                (long) max);
        session.bulk(AGAIN, rows);
        return rows.size();
    }
}
