package org.whatsapppolicy.store.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.decision.Hearing;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.decision.Stop;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.decision.Waiting;
import org.whatsapppolicy.policy.document.FreshStore;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.identity.Joining;
import org.whatsapppolicy.policy.identity.Sighting;
import org.whatsapppolicy.store.PersonalData.PastAct;
import org.whatsapppolicy.store.PolicyStore.ActivePolicy;
import org.whatsapppolicy.store.PolicyStore.TokenLease;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.state.Address;
import org.whatsapppolicy.store.state.Asked.Who;
import org.whatsapppolicy.store.state.Fold;
import org.whatsapppolicy.store.state.Gcra;
import org.whatsapppolicy.store.state.Millis;
import org.whatsapppolicy.store.state.PastActs;
import org.whatsapppolicy.store.state.Person;
import org.whatsapppolicy.store.state.Setting;
import org.whatsapppolicy.store.state.Suppressed;
import org.whatsapppolicy.store.state.Templates;

/** The maps of {@link MemoryStore}; its lock guards them. */
final class Memory {

    final MemoryClock clock;
    final Map<Long, Person> people = new HashMap<>();
    final Map<UUID, Fold.Stored> messages = new LinkedHashMap<>();
    final Map<String, UUID> keys = new HashMap<>();
    final MemoryAddresses addresses = new MemoryAddresses();
    final MemoryHistory history = new MemoryHistory();
    final MemoryActs acts = new MemoryActs();
    final MemoryWords words = new MemoryWords();
    final Map<String, SortedMap<String, Suppressed>> suppressed = new HashMap<>();
    private final Map<String, Long> rates = new HashMap<>();
    private final StoreOptions options;
    private Setting setting;
    private @Nullable FreshStore declared;

    Memory(StoreOptions options) {
        this.options = options;
        this.clock = new MemoryClock(options);
        this.setting = new Setting(null, clock.now(), null, Templates.NONE, List.of(), Hearing.NOTHING);
    }

    Setting setting() {
        return setting;
    }

    @Nullable
    Who find(Recipient recipient) {
        return addresses.find(recipient);
    }

    Who who(Recipient recipient) {
        Who known = addresses.find(recipient);
        if (known != null) {
            return known;
        }
        long person = addresses.newPerson();
        people.put(person, Person.NEW);
        Who who = addresses.add(recipient, person, null);
        suppressed(recipient).forEach(one -> record(person, one.again()));
        return who;
    }

    /** What stays of somebody with this address who was erased. */
    List<Suppressed> suppressed(Recipient recipient) {
        return suppressed.getOrDefault(Address.of(recipient).key(), new TreeMap<>()).values().stream()
                .toList();
    }

    /** Folds an act in and keeps it in the history. */
    Consents.Effect record(long person, ConsentAct act) {
        return record(person, act, person(person).after(act));
    }

    /** The same when it is known what the act does. */
    Consents.Effect record(long person, ConsentAct act, Person.Change change) {
        people.put(person, change.person());
        history.add(person, PastActs.of(act, change.effect(), clock.now()));
        return change.effect();
    }

    /** By one of the person's addresses; null when they have none left. */
    @Nullable
    Who anyAddress(long person) {
        return addresses.first(person);
    }

    /** Null when the person was erased who had the address last. */
    @Nullable
    Address address(Who who) {
        return addresses.of(who.address());
    }

    /** Acts on a sighting (S-22, S-23); gives the persons that are another one now, by their old number. */
    Map<Long, Long> saw(Sighting sighting, BiConsumer<Recipient, PastAct> told) {
        Optional<Joining> found = Joining.of(sighting, addresses.around(sighting.named()));
        if (found.isPresent()) {
            return join(sighting, found.get(), told);
        }
        carry(sighting, told);
        return Map.of();
    }

    /** A notice that changes nobody's addresses may still tell where somebody went who was erased: so did their opt-out (S-47). */
    private void carry(Sighting sighting, BiConsumer<Recipient, PastAct> told) {
        Instant at = Millis.cut(sighting.at());
        SortedSet<Long> persons = new TreeSet<>();
        sighting.addresses().forEach(address -> {
            Who who = find(address);
            if (who != null) {
                persons.add(who.person());
            }
        });
        List<Recipient> left = sighting.left().stream()
                .filter(address -> find(address) == null)
                .toList();
        for (Long person : persons) {
            Person before = person(person);
            List<PastAct> kept = new ArrayList<>();
            Person erased = erased(left, List.of(before), kept);
            if (!kept.isEmpty()) {
                people.put(
                        person,
                        Person.joined(List.of(before, erased), clock.now()).quarantined(at));
                kept.forEach(act -> history.add(person, act));
                tell(person, sighting.addresses(), PastActs.joined(true, at, clock.now()), told);
            }
        }
    }

    /**
     * Who was erased and had one of the addresses that nobody has now: one of those who are joined, so that nobody's grant lifts
     * their opt-out.
     *
     * @param kept gets what is known of them
     */
    private Person erased(List<Recipient> nobodys, List<Person> joined, List<PastAct> kept) {
        Person erased = Person.NEW;
        for (Recipient address : nobodys) {
            for (Suppressed one : suppressed(address)) {
                if (one.standsWith(joined)) {
                    continue;
                }
                Person.Change change = erased.after(one.again());
                erased = change.person();
                kept.add(PastActs.of(one.again(), change.effect(), clock.now()));
            }
        }
        return erased;
    }

    private Map<Long, Long> join(Sighting sighting, Joining joining, BiConsumer<Recipient, PastAct> told) {
        Instant at = Millis.cut(sighting.at());
        List<Person> joined = joining.persons().stream().map(this::person).toList();
        List<PastAct> kept = new ArrayList<>();
        Person erased = erased(nobodys(sighting), joined, kept);
        Person whole =
                Person.joined(Stream.concat(joined.stream(), Stream.of(erased)).toList(), clock.now());
        List<PastAct> past = joined.size() < 2
                ? List.of()
                : joining.persons().stream()
                        .flatMap(person -> history.of(person).stream())
                        .toList();
        for (ConsentAct.Confirmed late : PastActs.unmatched(past)) {
            Person confirmed = whole.with(whole.consents().confirmed(late));
            if (!confirmed.equals(whole)) {
                whole = confirmed;
                kept.add(PastActs.of(late, Consents.Effect.APPLIED, clock.now()));
            }
        }
        joining.leaving().forEach((person, left) -> {
            long elsewhere = addresses.newPerson();
            people.put(elsewhere, person(person).quarantined(at));
            left.forEach(address -> addresses.move(address, elsewhere, at));
            PastActs.acts(person(person).consents())
                    .forEach(act -> history.add(elsewhere, PastActs.of(act, Consents.Effect.APPLIED, clock.now())));
            tell(elsewhere, left, PastActs.joined(true, at, clock.now()), told);
        });
        long target = joining.persons().isEmpty()
                ? addresses.newPerson()
                : joining.persons().first();
        Map<Long, Long> moved = new HashMap<>();
        for (Long person : joining.persons()) {
            if (person != target) {
                people.remove(person);
                moved.put(person, target);
            }
        }
        people.put(target, joining.quarantine() ? whole.quarantined(at) : whole);
        history.move(moved);
        acts.move(moved);
        kept.forEach(act -> history.add(target, act));
        addresses.replace(moved);
        sighting.addresses().forEach(address -> addresses.seen(address, target, sighting.portfolio(), at));
        messages.replaceAll((id, stored) -> new Fold.Stored(stored.row().by(moved), stored.content()));
        tell(target, sighting.addresses(), PastActs.joined(joining, sighting, clock.now()), told);
        return moved;
    }

    /** Those it names, as kept or left, that nobody has: whoever had them may have been erased. */
    private List<Recipient> nobodys(Sighting sighting) {
        return sighting.named().stream()
                .filter(address -> find(address) == null)
                .toList();
    }

    private void tell(long person, List<Recipient> named, PastAct what, BiConsumer<Recipient, PastAct> told) {
        history.add(person, what);
        told.accept(Address.first(named), what);
    }

    void keep(Fold.Written written) {
        if (written.row().asked().key() != null) {
            keys.putIfAbsent(written.row().asked().key(), written.row().asked().id());
        }
        messages.compute(
                written.row().asked().id(),
                (id, before) -> new Fold.Stored(
                        written.row(),
                        written.content() == null && before != null ? before.content() : written.content()));
    }

    Person person(long id) {
        return Objects.requireNonNull(people.get(id));
    }

    PersonFacts facts(long id, Instant now, Duration horizon) {
        Duration own = person(id).own().reach();
        Instant since = now.minus(own.compareTo(horizon) > 0 ? own : horizon);
        List<SentMessage> sent = messages.values().stream()
                .map(Fold.Stored::row)
                .filter(row -> row.asked().who() != null && row.asked().who().person() == id)
                .flatMap(row -> row.counting())
                .filter(counted -> counted.to().isAfter(since))
                .toList();
        return person(id).facts(sent);
    }

    /** What has not ended of a person's messages. */
    List<Waiting> line(long id) {
        return messages.values().stream()
                .map(Fold.Stored::row)
                .filter(row -> row.asked().who() != null && row.asked().who().person() == id)
                .flatMap(row -> Stream.ofNullable(row.waiting()))
                .toList();
    }

    void replaceTemplates(String account, List<Template> templates) {
        List<Template> all = new ArrayList<>(setting.templates().all());
        all.removeIf(t -> t.account().equals(account));
        all.addAll(templates);
        setting = setting.with(all);
    }

    ActivePolicy activate(PolicyDocument document) {
        ActivePolicy active = setting.active();
        if (active != null && active.revision() >= document.revision()) {
            return active;
        }
        Instant now = clock.now();
        ActivePolicy next = new ActivePolicy(document.revision(), document.hash(), document.text(), now);
        Instant doubted = Setting.doubts(document, declared) ? now : setting.doubtedSince();
        setting = new Setting(
                next, doubted, setting.suppressionImported(), setting.templates(), setting.stops(), setting.hearing());
        declared = document.freshStore();
        return next;
    }

    boolean doubt(Collection<UUID> unknown, PolicyDocument document) {
        Instant now = clock.now();
        if (!Setting.restored(unknown, setting.doubtedSince(), now, document)) {
            return false;
        }
        setting = new Setting(
                setting.active(),
                now,
                setting.suppressionImported(),
                setting.templates(),
                setting.stops(),
                setting.hearing());
        return true;
    }

    Hearing hear(Hearing.News news) {
        setting = setting.with(Millis.cut(setting.hearing().after(news)));
        return setting.hearing();
    }

    void suppressionImported(Instant at) {
        setting = new Setting(
                setting.active(), setting.doubtedSince(), at, setting.templates(), setting.stops(), setting.hearing());
    }

    void stopped(List<Stop> stops) {
        setting = setting.stopped(stops);
    }

    TokenLease tokens(String sender, int perSecond, int wanted) {
        Instant now = options.process().instant();
        long nanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
        Gcra taken = Gcra.take(rates.getOrDefault(sender, 0L), nanos, perSecond, wanted);
        rates.put(sender, taken.tat());
        return taken.lease();
    }
}
