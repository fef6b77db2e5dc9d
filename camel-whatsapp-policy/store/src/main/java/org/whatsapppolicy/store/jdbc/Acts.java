package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.state.Address;
import org.whatsapppolicy.store.state.Happenings;
import org.whatsapppolicy.store.state.Millis;
import org.whatsapppolicy.store.state.PastActs;
import org.whatsapppolicy.store.state.Person;

/** What people do: acts of consent, messages of theirs. Each under the person's lock (M-1). */
final class Acts {

    private final People people;
    private final RowIds ids;

    Acts(People people, RowIds ids) {
        this.people = people;
        this.ids = ids;
    }

    /** Changes what the person's own row holds. */
    void change(Session session, Recipient recipient, UnaryOperator<Person> by) throws SQLException {
        Address address = Address.of(recipient);
        People.Found found = locked(people.lock(session, List.of(address), true), address);
        Person after = by.apply(found.person());
        if (!after.equals(found.person())) {
            People.save(session, Map.of(found.who().person(), after));
        }
    }

    /** Records what a review came to; whether there was anything to review. */
    boolean reviewed(Session session, Recipient recipient, Instant now, String by, String why) throws SQLException {
        Address address = Address.of(recipient);
        Person person =
                locked(people.lock(session, List.of(address), true), address).person();
        if (!person.questioned()) {
            return false;
        }
        record(session, List.of(new PersonAct(recipient, Person.reviewed(now, by, why))));
        return true;
    }

    /** Folds acts in, in their order, and keeps every one of them. None is later than the clock of the transaction. */
    List<Consents.Effect> record(Session session, List<PersonAct> acts) throws SQLException {
        return fold(session, acts, (before, act, now) -> after(before, act));
    }

    /** The same for acts as somebody tells them. */
    List<Consents.Effect> recordTold(Session session, List<PersonAct> acts) throws SQLException {
        return fold(session, acts, (before, act, now) -> after(before, act.takenAt(now)));
    }

    private static Step after(Person before, ConsentAct told) {
        ConsentAct act = before.consents().ordered(told);
        Person.Change change = before.after(act);
        return new Step(act, change.person(), change.effect(), true);
    }

    /** The same for imports: what changes nothing is not kept, and brings nobody back who was erased (S-47). */
    List<Consents.Effect> bring(Session session, List<PersonAct> acts, Set<String> marketing) throws SQLException {
        Folding folding = (before, told, now) -> {
            ConsentAct act = told.takenAt(now);
            Person.Change change = before.brought(act, marketing, now);
            return new Step(
                    act, change.person(), change.effect(), !change.person().equals(before));
        };
        Map<Integer, Consents.Effect> without = ofNobody(session, acts, folding);
        List<PersonAct> rest = new ArrayList<>();
        for (int i = 0; i < acts.size(); i++) {
            if (!without.containsKey(i)) {
                rest.add(acts.get(i));
            }
        }
        Iterator<Consents.Effect> folded = rest.isEmpty()
                ? Collections.emptyIterator()
                : fold(session, rest, folding).iterator();
        List<Consents.Effect> effects = new ArrayList<>();
        for (int i = 0; i < acts.size(); i++) {
            Consents.Effect effect = without.get(i);
            effects.add(effect == null ? folded.next() : effect);
        }
        return List.copyOf(effects);
    }

    /** What becomes of the acts, by their numbers, that would only bring back the address of somebody who was erased. */
    private Map<Integer, Consents.Effect> ofNobody(Session session, List<PersonAct> acts, Folding folding)
            throws SQLException {
        List<Address> addresses =
                acts.stream().map(act -> Address.of(act.person())).toList();
        // Under their lock, so that whoever is being erased either is here for all of it, or nobody already.
        People.lockKnown(session, addresses);
        Map<String, Person> erased = people.erased(session, addresses);
        if (erased.isEmpty()) {
            return Map.of();
        }
        Instant now = Installation.load(session).now();
        Map<Integer, Consents.Effect> effects = new HashMap<>();
        Set<String> back = new HashSet<>();
        for (int i = 0; i < acts.size(); i++) {
            Person person = erased.get(addresses.get(i).key());
            if (person != null) {
                Step step = folding.apply(person, Millis.cut(acts.get(i).act()), now);
                effects.put(i, step.effect);
                if (step.kept) {
                    back.add(addresses.get(i).key());
                }
            }
        }
        effects.keySet().removeIf(i -> back.contains(addresses.get(i).key()));
        return effects;
    }

    private List<Consents.Effect> fold(Session session, List<PersonAct> acts, Folding folding) throws SQLException {
        List<Address> addresses = acts.stream().map(a -> Address.of(a.person())).toList();
        Map<String, People.Found> locked = people.lock(session, addresses, true);
        List<Long> persons = locked.values().stream()
                .map(f -> f.who().person())
                .distinct()
                .sorted()
                .toList();
        Map<Long, ConsentTable.Loaded> loaded = ConsentTable.load(session, persons);
        Installation installation = Installation.load(session);
        Instant now = installation.now();
        Happenings happenings = installation.happenings();
        Map<Long, Folded> folds = new HashMap<>();
        List<EventTable.Event> events = new ArrayList<>();
        List<Consents.Effect> effects = new ArrayList<>();
        for (int i = 0; i < acts.size(); i++) {
            People.Found found = locked(locked, addresses.get(i));
            Folded fold = folds.computeIfAbsent(
                    found.who().person(),
                    id -> new Folded(found.person(), loaded.getOrDefault(id, ConsentTable.Loaded.NONE)));
            long event = ids.next();
            Step step = folding.apply(fold.person, Millis.cut(acts.get(i).act()), now);
            ConsentAct act = step.act;
            effects.add(step.effect);
            if (!step.kept) {
                continue;
            }
            fold.events.putIfAbsent(act.evidence(), event);
            fold.person = step.person;
            events.add(new EventTable.Event(event, found.who().person(), PastActs.of(act, step.effect, now)));
            happenings.acted(found.who(), event, act, now);
        }
        EventTable.add(session, events);
        FeedTable.add(session, happenings);
        save(session, folds);
        return List.copyOf(effects);
    }

    private static void save(Session session, Map<Long, Folded> folds) throws SQLException {
        Map<Long, Person> changed = new HashMap<>();
        Map<Long, ConsentTable.Change> consents = new HashMap<>();
        folds.forEach((id, fold) -> {
            if (!fold.person.equals(fold.first)) {
                changed.put(id, fold.person);
            }
            consents.put(id, new ConsentTable.Change(fold.before, fold.person.consents(), fold.events));
        });
        People.save(session, changed);
        ConsentTable.save(session, consents);
    }

    private static People.Found locked(Map<String, People.Found> locked, Address address) {
        return Objects.requireNonNull(locked.get(address.key()), "a waiting lock leaves nobody out");
    }

    /** How an act changes a person, by the clock of the transaction. */
    private interface Folding {
        Step apply(Person before, ConsentAct act, Instant now);
    }

    private record Step(ConsentAct act, Person person, Consents.Effect effect, boolean kept) {}

    /** One person on the way through a batch. */
    private static final class Folded {
        private final Consents before;
        private final Person first;
        private final Map<Evidence, Long> events;
        private Person person;

        Folded(Person row, ConsentTable.Loaded loaded) {
            this.before = loaded.consents();
            this.events = new HashMap<>(loaded.events());
            this.first = row.with(loaded.consents());
            this.person = first;
        }
    }
}
