package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.OptOut;
import org.whatsapppolicy.store.state.Address;
import org.whatsapppolicy.store.state.Digest;
import org.whatsapppolicy.store.state.PastActs;
import org.whatsapppolicy.store.state.Person;
import org.whatsapppolicy.store.state.Suppressed;

/** Opt-outs of people who were erased, by digests of their addresses (S-47). Asked whenever somebody new is met. */
final class Suppressions {

    private static final String FIND = "select digest, scope, act_at from suppression where digest $in order by scope";
    private static final Bulk INSERT = Bulk.insert(
            "suppression",
            "on conflict (digest, scope) do update set act_at = excluded.act_at"
                    + " where excluded.act_at > suppression.act_at",
            Bulk.text("digest"),
            Bulk.text("scope"),
            Bulk.number("act_at"));

    private final RandomGenerator random;
    private final RowIds ids;

    Suppressions(RandomGenerator random, RowIds ids) {
        this.random = random;
        this.ids = ids;
    }

    /** Keeps opt-outs by each of the addresses; returns how many. */
    int keep(Session session, Collection<Address> addresses, List<OptOut> optOuts) throws SQLException {
        if (optOuts.isEmpty()) {
            return 0;
        }
        if (SuppressionKey.of(session).isEmpty()) {
            SuppressionKey.make(session, random);
        }
        Digest digest = new Digest(SuppressionKey.of(session).orElseThrow());
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Address address : addresses) {
            for (OptOut optOut : optOuts) {
                Suppressed one = Suppressed.of(optOut);
                rows.add(
                        new Object[] {digest.of(address), one.scope(), one.act().toEpochMilli()});
            }
        }
        session.bulk(INSERT, rows);
        return rows.size();
    }

    /** Whether somebody who had opted out was ever erased. */
    static boolean any(Session session) throws SQLException {
        return SuppressionKey.of(session).isPresent();
    }

    /** The opt-outs of each of the addresses that has any. */
    Map<String, List<Suppressed>> of(Session session, Collection<Address> addresses) throws SQLException {
        Optional<String> key = addresses.isEmpty() ? Optional.empty() : SuppressionKey.of(session);
        if (key.isEmpty()) {
            return Map.of();
        }
        Digest digest = new Digest(key.get());
        Map<String, String> byDigest = new HashMap<>();
        addresses.forEach(address -> byDigest.put(digest.of(address), address.key()));
        Map<String, List<Suppressed>> found = new HashMap<>();
        session.query(
                FIND,
                row -> found.computeIfAbsent(byDigest.get(row.text()), same -> new ArrayList<>())
                        .add(new Suppressed(row.text(), row.instant())),
                Keys.texts(byDigest.keySet().stream().sorted().toList()));
        return found;
    }

    /** The same without telling whose they are. */
    List<Suppressed> all(Session session, Collection<Address> addresses) throws SQLException {
        return of(session, addresses).values().stream().flatMap(List::stream).toList();
    }

    /** Opts people out who are met for the first time, where somebody with their address was erased. */
    void apply(Session session, Collection<People.Found> met) throws SQLException {
        Map<String, List<Suppressed>> found =
                of(session, met.stream().map(People.Found::address).toList());
        if (found.isEmpty()) {
            return;
        }
        Instant now = Installation.load(session).now();
        List<EventTable.Event> events = new ArrayList<>();
        Map<Long, ConsentTable.Change> changes = new HashMap<>();
        for (People.Found one : met) {
            Person person = Person.NEW;
            Map<Evidence, Long> byEvidence = new HashMap<>();
            for (Suppressed kept : found.getOrDefault(one.address().key(), List.of())) {
                Person.Change change = person.after(kept.again());
                person = change.person();
                long event = ids.next();
                byEvidence.put(kept.again().evidence(), event);
                events.add(new EventTable.Event(
                        event, one.who().person(), PastActs.of(kept.again(), change.effect(), now)));
            }
            changes.put(one.who().person(), new ConsentTable.Change(Consents.NONE, person.consents(), byEvidence));
        }
        EventTable.add(session, events);
        ConsentTable.save(session, changes);
    }
}
