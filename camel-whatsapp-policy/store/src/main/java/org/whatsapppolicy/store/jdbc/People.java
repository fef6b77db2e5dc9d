package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
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
import org.whatsapppolicy.store.state.Settings;
import org.whatsapppolicy.store.state.Suppressed;

/** People and their addresses: finds, makes and locks them (M-1). */
final class People {

    private static final String SELECT = "select a.address, a.id, p.id, p.zone, p.last_inbound_at, p.questioned_until,"
            + " p.quarantined_since, p.own_hours, p.own_caps, p.language from recipient_address a join person p on p.id ="
            + " a.person_id where a.address $in";
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
            Bulk.text("region"),
            Bulk.text("portfolio"),
            Bulk.number("seen_at"));
    private static final Bulk INSERT_PERSON = Bulk.insert("person", "on conflict do nothing", Bulk.number("id"));
    private static final Bulk UPDATE = Bulk.update(
            "person",
            Bulk.number("id"),
            Bulk.text("zone"),
            Bulk.number("last_inbound_at"),
            Bulk.number("questioned_until"),
            Bulk.number("quarantined_since"),
            Bulk.text("own_hours"),
            Bulk.text("own_caps"),
            Bulk.text("language"));

    private static final Bulk WROTE = Bulk.update("person", Bulk.number("id"), Bulk.number("last_inbound_at"));

    private final RowIds ids;
    private final Suppressions suppressions;

    People(RowIds ids, Suppressions suppressions) {
        this.ids = ids;
        this.suppressions = suppressions;
    }

    /** Those of the addresses that are known, without a lock. */
    static Map<String, Found> find(Session session, Collection<Address> addresses) throws SQLException {
        Trip trip = new Trip(session);
        Map<String, Found> found = find(trip, addresses);
        trip.go();
        return found;
    }

    /** The same as a step. */
    static Map<String, Found> find(Trip trip, Collection<Address> addresses) {
        return byAddress(trip, SELECT, addresses);
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
        if (waiting) {
            nobodyLost(addresses, found);
        }
        return found;
    }

    /** Locks those who are known, waiting for them. */
    static Map<String, Found> lockKnown(Session session, Collection<Address> addresses) throws SQLException {
        Trip trip = new Trip(session);
        Map<String, Found> found = lock(trip, addresses, true);
        trip.go();
        return found;
    }

    /** Whoever was waited for and is gone then was joined with somebody else meanwhile (S-22). */
    private static void nobodyLost(Collection<Address> addresses, Map<String, Found> found) {
        for (Address address : addresses) {
            if (!found.containsKey(address.key())) {
                throw new Database.LostConflict("one of these people was joined with another meanwhile");
            }
        }
    }

    /** The first half of that as a step: those who are known. */
    static Map<String, Found> lock(Trip trip, Collection<Address> addresses, boolean waiting) {
        return byAddress(trip, waiting ? LOCK_WAITING : LOCK, addresses);
    }

    /** Makes those whom a lock that waited did not find, unless they were only joined with somebody else meanwhile. */
    void met(Session session, Collection<Address> addresses, Map<String, Found> locked) throws SQLException {
        made(session, addresses, locked);
        nobodyLost(addresses, locked);
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

    /** As those begin who come by an address that nobody has and that somebody had who opted out and was erased (S-47). */
    Map<String, Person> erased(Session session, Collection<Address> addresses) throws SQLException {
        if (!Suppressions.any(session)) {
            return Map.of();
        }
        Map<String, Found> known = find(session, addresses);
        Map<String, Address> nobodys = new TreeMap<>();
        addresses.stream()
                .filter(address -> !known.containsKey(address.key()))
                .forEach(address -> nobodys.put(address.key(), address));
        Map<String, Person> erased = new HashMap<>();
        suppressions.of(session, nobodys.values()).forEach((key, kept) -> erased.put(key, Suppressed.stranger(kept)));
        return erased;
    }

    private Map<String, Found> create(Session session, Collection<Address> missing) throws SQLException {
        Map<String, Found> known = find(session, missing);
        List<Found> made = new ArrayList<>();
        for (Address address : missing) {
            if (!known.containsKey(address.key())) {
                made.add(new Found(new Who(ids.next(), ids.next()), address, Person.NEW));
            }
        }
        insert(session, made.stream().map(one -> one.who.person()).toList());
        attach(session, made, "", null);
        suppressions.apply(session, made);
        Map<String, Found> map = new HashMap<>();
        made.forEach(one -> map.put(one.address.key(), one));
        return map;
    }

    /** Makes rows of people; their addresses follow in the same transaction. */
    static void insert(Session session, Collection<Long> people) throws SQLException {
        int inserted = session.bulk(
                INSERT_PERSON,
                people.stream().<@Nullable Object[]>map(id -> new Object[] {id}).toList());
        if (inserted != people.size()) {
            throw new Database.LostConflict("another node took the number of a person");
        }
    }

    /** Gives people addresses that nobody had. */
    static void attach(Session session, Collection<Found> people, String portfolio, @Nullable Instant seen)
            throws SQLException {
        List<@Nullable Object[]> rows =
                people.stream().map(one -> addressValues(one, portfolio, seen)).toList();
        if (session.bulk(INSERT_ADDRESS, rows) != people.size()) {
            throw new Database.LostConflict("another node met one of these people first");
        }
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
        Person person = new Person(
                row.zoneOrNull(),
                row.instantOrNull(),
                row.instantOrNull(),
                row.instantOrNull(),
                Settings.read(row.textOrNull(), row.textOrNull(), row.textOrNull()),
                Consents.NONE);
        return new Found(who, Objects.requireNonNull(address), person);
    }

    /** Saves what changed of locked people, their consents apart. */
    static void save(Session session, Map<Long, Person> people) throws SQLException {
        Trip trip = new Trip(session);
        save(trip, people);
        trip.go();
    }

    /** The same as a step. */
    static void save(Trip trip, Map<Long, Person> people) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        new TreeMap<>(people)
                .forEach((id, p) -> rows.add(new @Nullable Object[] {
                    id,
                    p.zone() == null ? null : p.zone().getId(),
                    millis(p.lastInbound()),
                    millis(p.questionedUntil()),
                    millis(p.quarantinedSince()),
                    Settings.hours(p.own()),
                    Settings.caps(p.own()),
                    p.own().language()
                }));
        trip.bulk(UPDATE, rows);
    }

    /** Saves of locked people when they wrote last, and nothing else. */
    static void wrote(Trip trip, Map<Long, Person> people) {
        trip.bulk(
                WROTE,
                new TreeMap<>(people)
                        .entrySet().stream()
                                .<@Nullable Object[]>map(e -> new @Nullable Object[] {
                                    e.getKey(), millis(e.getValue().lastInbound())
                                })
                                .toList());
    }

    private static @Nullable Object[] addressValues(Found one, String portfolio, @Nullable Instant seen) {
        Address a = one.address;
        return new @Nullable Object[] {
            a.key(), one.who.address(), one.who.person(), a.kind(), a.sendTo(), a.region(), portfolio, millis(seen)
        };
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
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
