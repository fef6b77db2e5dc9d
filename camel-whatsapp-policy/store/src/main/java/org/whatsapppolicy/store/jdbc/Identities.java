package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.identity.Held;
import org.whatsapppolicy.policy.identity.Joining;
import org.whatsapppolicy.policy.identity.Sighting;
import org.whatsapppolicy.store.FeedEvent;
import org.whatsapppolicy.store.PersonalData.PastAct;
import org.whatsapppolicy.store.state.Address;
import org.whatsapppolicy.store.state.Asked.Who;
import org.whatsapppolicy.store.state.Happenings;
import org.whatsapppolicy.store.state.Millis;
import org.whatsapppolicy.store.state.PastActs;
import org.whatsapppolicy.store.state.Person;
import org.whatsapppolicy.store.state.Suppressed;

/**
 * Makes one person of those whom a sighting shows to be one, and parts addresses from them (S-22, S-23). Everybody named is
 * locked.
 *
 * <p>Whoever waited for the lock of a person that an address no longer belongs to must notice: such a person's row is deleted,
 * so that the waiting statement finds nobody and its transaction runs again. Therefore a person whom an address leaves gets a
 * new row.
 */
final class Identities {

    private static final String HELD = "select address, kind, send_to, region, portfolio, seen_at, person_id"
            + " from recipient_address where person_id $in order by id";
    private static final String ADDRESS = "select id from recipient_address where address = ?";
    private static final String SEEN = "update recipient_address set seen_at = ? where address $in";
    private static final String OF_PORTFOLIO = "update recipient_address set portfolio = ? where address $in";
    private static final String LEAVE = "update recipient_address set person_id = ?, seen_at = ? where address $in";
    private static final String MESSAGES = "select id from message where person_id = ? order by id $lock";
    private static final List<String> PASS_ON = List.of(
            "update message set person_id = ? where person_id = ?",
            "update consent_evidence set person_id = ? where event_id in"
                    + " (select id from consent_event where person_id = ?)",
            "update consent_event set person_id = ? where person_id = ?",
            "update inbox set person_id = ? where person_id = ? and due_at is not null",
            "update inbox set person_id = ? where person_id = ? and dead",
            "update person_key set person_id = ? where person_id = ?",
            "update recipient_address set person_id = ? where person_id = ?");
    private static final List<String> REMOVE =
            List.of("delete from consent where person_id = ?", "delete from person where id = ?");

    private final RowIds ids;
    private final Suppressions suppressions;

    Identities(RowIds ids, Suppressions suppressions) {
        this.ids = ids;
        this.suppressions = suppressions;
    }

    /**
     * Acts on a sighting.
     *
     * @param locked everybody it names, by address
     * @return whether anybody's addresses are others now
     */
    boolean saw(
            Session session, Sighting sighting, Map<String, People.Found> locked, Instant now, Happenings happenings)
            throws SQLException {
        Map<Long, Person> named = new HashMap<>();
        for (Recipient address : sighting.named()) {
            People.Found found = locked.get(Address.of(address).key());
            if (found != null) {
                named.put(found.who().person(), found.person());
            }
        }
        boolean settled = sighting.left().isEmpty() && named.size() == 1;
        if (settled
                && sighting.addresses().stream()
                        .allMatch(a -> locked.containsKey(Address.of(a).key()))) {
            return false;
        }
        List<Held> held = named.isEmpty()
                ? List.of()
                : session.query(HELD, Identities::held, Keys.numbers(new TreeSet<>(named.keySet())));
        Optional<Joining> joining = Joining.of(sighting, held);
        if (joining.isPresent()) {
            List<Address> nobodys = addresses(sighting.named()).stream()
                    .filter(address -> !locked.containsKey(address.key()))
                    .toList();
            join(session, sighting, joining.get(), named, nobodys, now, happenings);
            FeedTable.add(session, happenings);
            return true;
        }
        return carried(session, sighting, locked, now, happenings);
    }

    /**
     * A notice that changes nobody's addresses may still tell where somebody went who was erased: so did their opt-out (S-47).
     *
     * @return whether it told that
     */
    private boolean carried(
            Session session, Sighting sighting, Map<String, People.Found> locked, Instant now, Happenings happenings)
            throws SQLException {
        List<Address> left = addresses(sighting.left()).stream()
                .filter(address -> !locked.containsKey(address.key()))
                .toList();
        List<Suppressed> erased = suppressions.all(session, left);
        if (erased.isEmpty()) {
            return false;
        }
        SortedMap<Long, Person> persons = new TreeMap<>();
        for (Address address : addresses(sighting.addresses())) {
            People.Found found = locked.get(address.key());
            if (found != null) {
                persons.put(found.who().person(), found.person());
            }
        }
        Map<Long, ConsentTable.Loaded> loaded = ConsentTable.load(session, persons.keySet());
        Instant at = Millis.cut(sighting.at());
        boolean told = false;
        for (Map.Entry<Long, Person> one : persons.entrySet()) {
            long id = one.getKey();
            ConsentTable.Loaded known = loaded.getOrDefault(id, ConsentTable.Loaded.NONE);
            Person before = one.getValue().with(known.consents());
            Map<Evidence, Long> events = new HashMap<>(known.events());
            Optional<Person> gone = erased(session, erased, List.of(before), id, now, events);
            if (gone.isPresent()) {
                Person whole = Person.joined(List.of(before, gone.get()), now).quarantined(at);
                save(session, id, known.consents(), whole, events);
                tell(session, sighting.addresses(), id, PastActs.joined(true, at, now), happenings);
                told = true;
            }
        }
        FeedTable.add(session, happenings);
        return told;
    }

    /**
     * Who was erased is one of those who are joined: nobody's grant lifts their opt-out (S-47), unless it is their own, because they
     * came back by another of their addresses before.
     *
     * @param events gets the rows in the history, by evidence
     * @return empty where all of their opt-outs stand already
     */
    private Optional<Person> erased(
            Session session,
            List<Suppressed> all,
            Collection<Person> joined,
            long target,
            Instant now,
            Map<Evidence, Long> events)
            throws SQLException {
        Person erased = Person.NEW;
        List<EventTable.Event> kept = new ArrayList<>();
        for (Suppressed one : all) {
            if (!one.standsWith(joined)) {
                Person.Change change = erased.after(one.again());
                erased = change.person();
                long event = ids.next();
                events.putIfAbsent(one.again().evidence(), event);
                kept.add(new EventTable.Event(event, target, PastActs.of(one.again(), change.effect(), now)));
            }
        }
        EventTable.add(session, kept);
        return kept.isEmpty() ? Optional.empty() : Optional.of(erased);
    }

    static Held held(Row row) throws SQLException {
        Address address = new Address(row.text(), row.text(), row.text(), row.text());
        return new Held(address.recipient(), row.text(), row.instantOrNull(), row.number());
    }

    private void join(
            Session session,
            Sighting sighting,
            Joining joining,
            Map<Long, Person> named,
            List<Address> nobodys,
            Instant now,
            Happenings happenings)
            throws SQLException {
        Map<Long, ConsentTable.Loaded> loaded = ConsentTable.load(session, joining.persons());
        Map<Long, Person> before = new HashMap<>();
        Map<Evidence, Long> events = new HashMap<>();
        for (Long id : joining.persons()) {
            ConsentTable.Loaded consents = loaded.getOrDefault(id, ConsentTable.Loaded.NONE);
            before.put(id, Objects.requireNonNull(named.get(id)).with(consents.consents()));
            events.putAll(consents.events());
        }
        Instant at = Millis.cut(sighting.at());
        boolean renewed = joining.persons().isEmpty() || !joining.leaving().isEmpty();
        long target = renewed ? ids.next() : joining.persons().first();
        if (renewed) {
            People.insert(session, List.of(target));
        }
        // By one of these addresses, kept or left.
        Optional<Person> erased =
                erased(session, suppressions.all(session, nobodys), before.values(), target, now, events);
        Person whole = Person.joined(
                Stream.concat(before.values().stream(), erased.stream()).toList(), now);
        List<ConsentAct.Confirmed> found = new ArrayList<>();
        for (ConsentAct.Confirmed late : PastActs.unmatched(EventTable.unmatched(session, joining.persons()))) {
            Person confirmed = whole.with(whole.consents().confirmed(late));
            if (!confirmed.equals(whole)) {
                whole = confirmed;
                found.add(late);
            }
        }
        Consents known = renewed
                ? Consents.NONE
                : Objects.requireNonNull(before.get(target)).consents();
        save(session, target, known, joining.quarantine() ? whole.quarantined(at) : whole, events);
        for (Map.Entry<Long, List<Recipient>> leaving : joining.leaving().entrySet()) {
            Person left = Objects.requireNonNull(before.get(leaving.getKey())).quarantined(at);
            long elsewhere = ids.next();
            People.insert(session, List.of(elsewhere));
            save(session, elsewhere, Consents.NONE, left, carried(session, elsewhere, left, now));
            session.update(LEAVE, elsewhere, at, keys(leaving.getValue()));
            tell(session, leaving.getValue(), elsewhere, PastActs.joined(true, at, now), happenings);
        }
        for (Long id : joining.persons()) {
            if (id != target) {
                passOn(session, id, target);
            }
        }
        attach(session, sighting, joining, target, at);
        List<EventTable.Event> late = new ArrayList<>();
        for (ConsentAct act : found) {
            late.add(new EventTable.Event(ids.next(), target, PastActs.of(act, Consents.Effect.APPLIED, now)));
        }
        EventTable.add(session, late);
        PastAct told = PastActs.joined(joining, sighting, now);
        tell(session, sighting.addresses(), target, told, happenings);
    }

    private void tell(Session session, List<Recipient> addresses, long person, PastAct told, Happenings happenings)
            throws SQLException {
        long event = ids.next();
        EventTable.add(session, List.of(new EventTable.Event(event, person, told)));
        if (happenings.wants(FeedEvent.Kind.IDENTITY)) {
            session.first(
                            ADDRESS,
                            Row::number,
                            Address.of(Address.first(addresses)).key())
                    .ifPresent(address -> happenings.identified(new Who(person, address), event, told.recorded()));
        }
    }

    /** What they leave behind rests on acts of its own, so that erasing one person leaves the other whole. */
    private Map<Evidence, Long> carried(Session session, long person, Person left, Instant now) throws SQLException {
        Map<Evidence, Long> ofEvidence = new HashMap<>();
        List<EventTable.Event> events = new ArrayList<>();
        for (ConsentAct act : PastActs.acts(left.consents())) {
            long event = ids.next();
            ofEvidence.putIfAbsent(act.evidence(), event);
            events.add(new EventTable.Event(event, person, PastActs.of(act, Consents.Effect.APPLIED, now)));
        }
        EventTable.add(session, events);
        return ofEvidence;
    }

    private static void save(Session session, long id, Consents known, Person person, Map<Evidence, Long> events)
            throws SQLException {
        People.save(session, Map.of(id, person));
        ConsentTable.save(session, Map.of(id, new ConsentTable.Change(known, person.consents(), events)));
    }

    private static void passOn(Session session, long from, long to) throws SQLException {
        List<UUID> locked = session.query(MESSAGES, Row::id, from);
        for (String statement : locked.isEmpty() ? PASS_ON.subList(1, PASS_ON.size()) : PASS_ON) {
            session.update(statement, to, from);
        }
        for (String statement : REMOVE) {
            session.update(statement, from);
        }
    }

    private void attach(Session session, Sighting sighting, Joining joining, long target, Instant at)
            throws SQLException {
        List<People.Found> fresh = new ArrayList<>();
        for (Recipient address : joining.fresh()) {
            fresh.add(new People.Found(new Who(target, ids.next()), Address.of(address), Person.NEW));
        }
        People.attach(session, fresh, "", at);
        session.update(SEEN, at, keys(sighting.addresses()));
        List<Recipient> userIds = sighting.addresses().stream()
                .filter(a -> a instanceof UserId id && !id.parent())
                .toList();
        if (!userIds.isEmpty() && !sighting.portfolio().isEmpty()) {
            session.update(OF_PORTFOLIO, sighting.portfolio(), keys(userIds));
        }
    }

    private static List<Address> addresses(Collection<Recipient> recipients) {
        return recipients.stream().map(Address::of).toList();
    }

    private static Keys keys(Collection<Recipient> addresses) {
        return Keys.texts(
                addresses.stream().map(a -> Address.of(a).key()).sorted().toList());
    }
}
