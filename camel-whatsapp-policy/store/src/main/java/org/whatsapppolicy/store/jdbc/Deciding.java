package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.decision.Waiting;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.state.Address;
import org.whatsapppolicy.store.state.Asked.Who;
import org.whatsapppolicy.store.state.ContentJson;
import org.whatsapppolicy.store.state.Fold;
import org.whatsapppolicy.store.state.Happenings;
import org.whatsapppolicy.store.state.MessageRow;
import org.whatsapppolicy.store.state.Person;
import org.whatsapppolicy.store.state.Setting;
import org.whatsapppolicy.store.state.Storable;
import org.whatsapppolicy.store.state.Suppressed;
import org.whatsapppolicy.store.state.Times;

/** Decides batches: lock, then load, fold, write (M-1). */
final class Deciding {

    private final People people;
    private final Settings settings;
    private final Times times;
    private final Suppressions suppressions;

    Deciding(People people, Settings settings, Times times, Suppressions suppressions) {
        this.suppressions = suppressions;
        this.people = people;
        this.settings = settings;
        this.times = times;
    }

    /** Those of a batch who can be written to at all. */
    static List<Address> addresses(List<Prepared> batch) {
        return batch.stream().flatMap(p -> Stream.ofNullable(p.address)).toList();
    }

    /**
     * Makes those of the people who are missing; whether there were any. A message that was taken before makes nobody: whose
     * address is gone was erased (S-47).
     */
    boolean made(Session session, List<Prepared> batch, Map<String, People.Found> locked) throws SQLException {
        List<Address> met =
                addresses(batch.stream().filter(p -> p.request.attempt() == 0).toList());
        return !met.isEmpty() && people.made(session, met, locked);
    }

    /**
     * One round in the running transaction: decides all requests whose people could be locked.
     *
     * @param trip what goes along with the first statements
     * @param installation read under the locks
     * @param happenings what happened in this transaction before; written along
     * @param hasty whether no request is expected to be a repeat: one that is makes this lose a conflict
     * @return an admission a request; null for those left for another round
     */
    List<@Nullable Admission> round(
            Session session,
            Trip trip,
            List<Prepared> batch,
            PolicyEngine engine,
            Map<String, People.Found> locked,
            Installation installation,
            Happenings happenings,
            boolean hasty)
            throws SQLException {
        return round(session, trip, batch, List.of(), engine, locked, installation, happenings, hasty);
    }

    private List<@Nullable Admission> round(
            Session session,
            Trip trip,
            List<Prepared> batch,
            List<MessageRow> rows,
            PolicyEngine engine,
            Map<String, People.Found> locked,
            Installation installation,
            Happenings happenings,
            boolean hasty)
            throws SQLException {
        Setting setting = settings.load(session, installation);
        if (!setting.current(engine.document())) {
            FeedTable.add(session, trip, happenings);
            trip.go();
            return Collections.nCopies(batch.size(), new Admission.Stale(Objects.requireNonNull(setting.active())));
        }
        Instant now = installation.now();
        Fold fold = new Fold(engine, setting, times, now);
        Supplier<Map<Long, PersonFacts>> facts = facts(trip, locked, now, engine.horizon());
        Map<Long, List<Waiting>> line = line(trip, batch.stream().map(Prepared::request), locked, engine);
        rows.forEach(row -> fold.known(row, null));
        Supplier<Set<String>> known = rows.isEmpty() ? known(trip, batch, locked, fold, hasty) : Set::of;
        List<Address> missing = missing(batch, locked);
        Map<String, People.Found> elsewhere = People.find(trip, missing);
        trip.go();
        facts.get().forEach((id, person) -> fold.person(id, person.line(line.getOrDefault(id, List.of()))));
        MessageTable.free(session, known.get());
        List<@Nullable Admission> admissions = new ArrayList<>();
        for (Prepared one : batch) {
            People.Found found = one.address == null ? null : locked.get(one.address.key());
            boolean taken = one.request.attempt() > 0;
            boolean missed =
                    one.address != null && found == null && (!taken || elsewhere.containsKey(one.address.key()));
            Who who = found == null ? null : found.who();
            admissions.add(missed ? null : fold.admit(one.request, who, one.content));
        }
        Resuming.shared(session, fold.written(), installation);
        happenings.decided(fold.written());
        MessageTable.write(session, fold.written(), happenings);
        return admissions;
    }

    /**
     * The same for held messages whose rows are locked and known already.
     *
     * @param rows as they are now
     */
    List<@Nullable Admission> again(
            Session session,
            List<Prepared> batch,
            List<MessageRow> rows,
            PolicyEngine engine,
            Map<String, People.Found> locked,
            Installation installation)
            throws SQLException {
        return round(
                session,
                new Trip(session),
                batch,
                rows,
                engine,
                locked,
                installation,
                installation.happenings(),
                false);
    }

    /** Whom messages that were taken before are for and who are not locked: others have them locked, or nobody is left. */
    private static List<Address> missing(List<Prepared> batch, Map<String, People.Found> locked) {
        return addresses(batch.stream().filter(p -> p.request.attempt() > 0).toList()).stream()
                .filter(address -> !locked.containsKey(address.key()))
                .toList();
    }

    /** Whether the document is the one in force. */
    boolean current(Session session, Installation installation, PolicyDocument document) throws SQLException {
        return settings.load(session, installation).current(document);
    }

    /** The decisions alone. */
    List<Decision> check(Session session, List<SendRequest> batch, PolicyEngine engine) throws SQLException {
        Installation installation = Installation.load(session);
        Setting setting = settings.load(session, installation);
        Instant now = installation.now();
        List<Address> addresses = batch.stream()
                .map(SendRequest::recipient)
                .filter(Address::readable)
                .map(Address::of)
                .toList();
        Map<String, People.Found> found = People.find(session, addresses);
        Trip trip = new Trip(session);
        Supplier<Map<Long, PersonFacts>> loaded = facts(trip, found, now, engine.horizon());
        Map<Long, List<Waiting>> line = line(trip, batch.stream(), found, engine);
        trip.go();
        Map<Long, PersonFacts> facts = new HashMap<>(loaded.get());
        facts.replaceAll((id, person) -> person.line(line.getOrDefault(id, List.of())));
        Map<String, PersonFacts> strangers = strangers(session, addresses, found);
        return batch.stream()
                .map(r -> Fold.judge(engine, setting, r, of(r.recipient(), found, facts, strangers), now))
                .toList();
    }

    /** What is known of one person. */
    PersonFacts lookup(Session session, Recipient recipient, Instant now, Duration horizon) throws SQLException {
        List<Address> address = List.of(Address.of(recipient));
        Map<String, People.Found> found = People.find(session, address);
        return of(recipient, found, facts(session, found, now, horizon), strangers(session, address, found));
    }

    /** What will be known of those who are met for the first time: that they were erased and had opted out. */
    private Map<String, PersonFacts> strangers(
            Session session, List<Address> addresses, Map<String, People.Found> found) throws SQLException {
        List<Address> unknown =
                addresses.stream().filter(a -> !found.containsKey(a.key())).toList();
        Map<String, PersonFacts> facts = new HashMap<>();
        suppressions
                .of(session, unknown)
                .forEach((key, optOuts) ->
                        facts.put(key, Suppressed.stranger(optOuts).facts(List.of())));
        return facts;
    }

    private static PersonFacts of(
            Recipient recipient,
            Map<String, People.Found> found,
            Map<Long, PersonFacts> facts,
            Map<String, PersonFacts> strangers) {
        if (!Address.readable(recipient)) {
            return PersonFacts.UNKNOWN;
        }
        String key = Address.of(recipient).key();
        People.Found one = found.get(key);
        PersonFacts known = one == null ? null : facts.get(one.who().person());
        return known == null ? strangers.getOrDefault(key, PersonFacts.UNKNOWN) : known;
    }

    private static Map<Long, PersonFacts> facts(
            Session session, Map<String, People.Found> found, Instant now, Duration horizon) throws SQLException {
        Trip trip = new Trip(session);
        Supplier<Map<Long, PersonFacts>> facts = facts(trip, found, now, horizon);
        trip.go();
        return facts.get();
    }

    /** Asks for what the rules need to know; there when the trip was made. */
    private static Supplier<Map<Long, PersonFacts>> facts(
            Trip trip, Map<String, People.Found> found, Instant now, Duration horizon) {
        Map<Long, Person> persons = new HashMap<>();
        found.values().forEach(f -> persons.put(f.who().person(), f.person()));
        Instant since = now.minus(reach(persons.values(), horizon));
        List<Long> ids = persons.keySet().stream().sorted().toList();
        ConsentTable.Loading consents = ConsentTable.load(trip, ids);
        Map<Long, List<SentMessage>> sent = MessageTable.sent(trip, ids, since);
        return () -> facts(persons, consents.loaded(), sent);
    }

    /** What people set for themselves may look further back than the document does. */
    private static Duration reach(Collection<Person> persons, Duration horizon) {
        Duration longest = horizon;
        for (Person person : persons) {
            Duration own = person.own().reach();
            longest = own.compareTo(longest) > 0 ? own : longest;
        }
        return longest;
    }

    private static Map<Long, PersonFacts> facts(
            Map<Long, Person> persons, Map<Long, ConsentTable.Loaded> consents, Map<Long, List<SentMessage>> sent) {
        Map<Long, PersonFacts> facts = new HashMap<>();
        persons.forEach((id, p) -> facts.put(
                id,
                p.with(consents.getOrDefault(id, ConsentTable.Loaded.NONE).consents())
                        .facts(sent.getOrDefault(id, List.of()))));
        return facts;
    }

    /** Asks for who stands in line, where a request is of an ordered purpose. */
    private static Map<Long, List<Waiting>> line(
            Trip trip, Stream<SendRequest> requests, Map<String, People.Found> found, PolicyEngine engine) {
        List<Long> people = requests.filter(
                        request -> Address.readable(request.recipient()) && Fold.ordered(request.purpose(), engine))
                .map(request -> found.get(Address.of(request.recipient()).key()))
                .filter(Objects::nonNull)
                .map(one -> one.who().person())
                .distinct()
                .sorted()
                .toList();
        return MessageTable.line(trip, people);
    }

    /** Asks for what the requests may be repeats of; then gives the keys whose messages are gone. */
    private static Supplier<Set<String>> known(
            Trip trip, List<Prepared> batch, Map<String, People.Found> locked, Fold fold, boolean hasty) {
        Set<UUID> held = new HashSet<>();
        Set<UUID> ids = new HashSet<>();
        Set<String> keys = new HashSet<>();
        Set<Object> asked = new HashSet<>();
        for (Prepared one : batch) {
            if (one.request.attempt() == 0) {
                asked.add(one.request.id());
                asked.add(Objects.requireNonNullElse(one.request.idempotencyKey(), ""));
            }
        }
        for (Prepared one : batch) {
            boolean here = one.address == null || locked.containsKey(one.address.key());
            String key = one.request.idempotencyKey();
            if (one.request.attempt() > 0) {
                // What was said is compared with what is asked for again, and with nothing else.
                boolean alone = !asked.contains(one.request.id()) && (key == null || !asked.contains(key));
                (alone ? held : ids).add(one.request.id());
            } else if (here && !hasty) {
                ids.add(one.request.id());
                if (key != null) {
                    keys.add(key);
                }
            }
        }
        Map<String, UUID> messages = new HashMap<>();
        List<Fold.Stored> stored = new ArrayList<>();
        MessageTable.known(trip, held, ids, keys, messages, stored);
        return () -> {
            Set<UUID> there = new HashSet<>();
            stored.forEach(one -> {
                there.add(one.row().asked().id());
                fold.known(one.row(), one.content());
            });
            Set<String> gone = new HashSet<>();
            messages.forEach((key, message) -> {
                if (there.contains(message)) {
                    fold.key(key, message);
                } else {
                    gone.add(key);
                }
            });
            return gone;
        };
    }

    /**
     * A request with what can be made ready outside of any lock.
     *
     * @param request the request
     * @param address of a readable recipient, or null
     * @param content as it will be stored
     */
    record Prepared(SendRequest request, @Nullable Address address, String content) {
        static Prepared of(SendRequest request) {
            Storable.key(request.attempt() == 0 ? request.idempotencyKey() : null);
            return new Prepared(
                    request,
                    Address.readable(request.recipient()) ? Address.of(request.recipient()) : null,
                    ContentJson.write(request.content()));
        }
    }
}
