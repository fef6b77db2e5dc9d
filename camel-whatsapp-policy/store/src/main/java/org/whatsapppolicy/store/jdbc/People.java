package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.store.state.Address;
import org.whatsapppolicy.store.state.Asked.Who;
import org.whatsapppolicy.store.state.Person;

/** People and their addresses: finds, makes and locks them (M-1). */
final class People {

    private static final String SELECT = "select a.address, a.id, p.id, p.zone, p.last_inbound_at, p.questioned_until,"
            + " p.quarantined from recipient_address a join person p on p.id = a.person_id where a.address $in";
    // Locks stand in one order everywhere, so that those who wait cannot wait for one another.
    private static final String LOCK = SELECT + " order by p.id $lock-p $skip";
    private static final String LOCK_WAITING = SELECT + " order by p.id $lock-p";
    private static final Bulk INSERT_ADDRESS = Bulk.insert(
            "recipient_address",
            "on conflict do nothing",
            Bulk.text("address"),
            Bulk.number("id"),
            Bulk.number("person_id"),
            Bulk.text("kind"),
            Bulk.text("send_to"),
            Bulk.text("region"));
    private static final Bulk INSERT_PERSON =
            Bulk.insert("person", "on conflict do nothing", Bulk.number("id"), Bulk.flag("quarantined"));
    private static final Bulk UPDATE = Bulk.update(
            "person",
            Bulk.number("id"),
            Bulk.text("zone"),
            Bulk.number("last_inbound_at"),
            Bulk.number("questioned_until"),
            Bulk.flag("quarantined"));

    private final RowIds ids;

    People(RowIds ids) {
        this.ids = ids;
    }

    /** Those of the addresses that are known, without a lock. */
    static Map<String, Found> find(Session session, Collection<Address> addresses) throws SQLException {
        Trip trip = new Trip(session);
        Map<String, Found> found = byAddress(trip, SELECT, addresses);
        trip.go();
        return found;
    }

    /**
     * Locks people, making those nobody knew. Their consents are not loaded: that has to happen in a new statement, or it
     * would show what stood there before the lock was waited for.
     *
     * @param waiting whether to wait for those whom somebody else holds; else they are missing in the answer
     */
    Map<String, Found> lock(Session session, Collection<Address> addresses, boolean waiting) throws SQLException {
        Trip trip = new Trip(session);
        Map<String, Found> found = lock(trip, addresses, waiting);
        trip.go();
        made(session, addresses, found);
        return found;
    }

    /** The first half of that as a step: those who are known. */
    static Map<String, Found> lock(Trip trip, Collection<Address> addresses, boolean waiting) {
        return byAddress(trip, waiting ? LOCK_WAITING : LOCK, addresses);
    }

    /** The second half: makes those who are missing; whether there were any. */
    boolean made(Session session, Collection<Address> addresses, Map<String, Found> found) throws SQLException {
        Map<String, Address> missing = new TreeMap<>();
        for (Address address : addresses) {
            if (!found.containsKey(address.key())) {
                missing.put(address.key(), address);
            }
        }
        if (!missing.isEmpty()) {
            found.putAll(create(session, missing.values()));
        }
        return !missing.isEmpty();
    }

    private Map<String, Found> create(Session session, Collection<Address> missing) throws SQLException {
        Map<String, Found> known = find(session, missing);
        List<Found> made = new ArrayList<>();
        for (Address address : missing) {
            if (!known.containsKey(address.key())) {
                made.add(new Found(new Who(ids.next(), ids.next()), address, Person.NEW));
            }
        }
        int addresses = session.bulk(
                INSERT_ADDRESS, made.stream().map(People::addressValues).toList());
        int people = session.bulk(
                INSERT_PERSON, made.stream().map(People::personValues).toList());
        if (addresses != made.size() || people != made.size()) {
            throw new Database.LostConflict("another node met one of these people first");
        }
        Map<String, Found> map = new HashMap<>();
        made.forEach(one -> map.put(one.address.key(), one));
        return map;
    }

    private static Map<String, Found> byAddress(Trip trip, String sql, Collection<Address> addresses) {
        Map<String, Found> map = new HashMap<>();
        if (addresses.isEmpty()) {
            return map;
        }
        Map<String, Address> wanted = new TreeMap<>();
        addresses.forEach(address -> wanted.put(address.key(), address));
        trip.query(
                sql,
                row -> {
                    Found found = found(row, wanted);
                    return map.put(found.address.key(), found) == null;
                },
                Keys.texts(wanted.keySet()));
        return map;
    }

    private static Found found(Row row, Map<String, Address> wanted) throws SQLException {
        Address address = wanted.get(row.text());
        long addressId = row.number();
        Who who = new Who(row.number(), addressId);
        Person person =
                new Person(row.zoneOrNull(), row.instantOrNull(), row.instantOrNull(), row.flag(), Consents.NONE);
        return new Found(who, Objects.requireNonNull(address), person);
    }

    /** Saves what changed of locked people, their consents apart. */
    static void save(Session session, Map<Long, Person> people) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        new TreeMap<>(people)
                .forEach((id, p) -> rows.add(new @Nullable Object[] {
                    id,
                    p.zone() == null ? null : p.zone().getId(),
                    p.lastInbound() == null ? null : p.lastInbound().toEpochMilli(),
                    p.questionedUntil() == null ? null : p.questionedUntil().toEpochMilli(),
                    p.quarantined()
                }));
        session.bulk(UPDATE, rows);
    }

    private static @Nullable Object[] addressValues(Found one) {
        Address a = one.address;
        return new Object[] {a.key(), one.who.address(), one.who.person(), a.kind(), a.sendTo(), a.region()};
    }

    private static @Nullable Object[] personValues(Found one) {
        return new Object[] {one.who.person(), false};
    }

    /**
     * A person who was found or made.
     *
     * @param who ids
     * @param address by which they were looked for
     * @param person what their row holds, without consents
     */
    record Found(Who who, Address address, Person person) {}
}
