package org.whatsapppolicy.store.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.PersonSettings;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.state.Address;
import org.whatsapppolicy.store.state.Asked.Who;
import org.whatsapppolicy.store.state.Millis;
import org.whatsapppolicy.store.state.Person;
import org.whatsapppolicy.store.state.Suppressed;

/**
 * What people said and how they stand, found by their addresses. Apart from {@link MemoryStore}, which judges messages by it: what
 * the inbox hears is recorded without a message and without its batches. The caller holds the store's lock.
 */
final class MemoryPeople {

    private final Memory memory;
    private final MemoryFeed feed;

    MemoryPeople(Memory memory, MemoryFeed feed) {
        this.memory = memory;
        this.feed = feed;
    }

    /** Whom a message is for. Nobody whose address is gone is met again by a message that was taken before. */
    @Nullable
    Who who(SendRequest request) {
        if (!Address.readable(request.recipient())) {
            return null;
        }
        return request.attempt() > 0 ? memory.find(request.recipient()) : memory.who(request.recipient());
    }

    List<Consents.Effect> record(List<PersonAct> acts) {
        Instant now = memory.clock.now();
        return recordDone(acts.stream()
                .map(told -> new PersonAct(told.person(), Millis.cut(told.act()).takenAt(now)))
                .toList());
    }

    /** The same for acts of which none is later than now. */
    List<Consents.Effect> recordDone(List<PersonAct> acts) {
        acts.forEach(act -> Address.of(act.person()));
        List<Consents.Effect> effects = new ArrayList<>();
        for (PersonAct act : acts) {
            Who who = memory.who(act.person());
            ConsentAct cut = memory.person(who.person()).consents().ordered(Millis.cut(act.act()));
            Consents.Effect effect = memory.record(who.person(), cut);
            effects.add(effect);
            feed.acted(who, cut, effect, memory.clock.now());
        }
        return List.copyOf(effects);
    }

    List<Consents.Effect> bring(List<PersonAct> acts, Set<String> marketing) {
        acts.forEach(act -> Address.of(act.person()));
        List<Consents.Effect> effects = new ArrayList<>();
        for (PersonAct act : acts) {
            Who known = memory.find(act.person());
            Person before = known == null ? stranger(act.person()) : memory.person(known.person());
            ConsentAct cut = Millis.cut(act.act()).takenAt(memory.clock.now());
            Person.Change change = before.brought(cut, marketing, memory.clock.now());
            effects.add(change.effect());
            if (!change.person().equals(before)) {
                Who who = memory.who(act.person());
                memory.record(who.person(), cut, change);
                feed.acted(who, cut, change.effect(), memory.clock.now());
            }
        }
        return List.copyOf(effects);
    }

    /** Somebody wrote, which opens the window. */
    void wrote(Recipient person, Instant at) {
        memory.people.compute(memory.who(person).person(), (id, p) -> known(p).wrote(Millis.cut(at)));
    }

    void zone(Recipient person, @Nullable ZoneId zone) {
        memory.people.compute(memory.who(person).person(), (id, p) -> known(p).in(zone));
    }

    void settings(Recipient person, PersonSettings own) {
        memory.people.compute(memory.who(person).person(), (id, p) -> known(p).setting(own));
    }

    private static Person known(@Nullable Person person) {
        return person == null ? Person.NEW : person;
    }

    PersonFacts lookup(Recipient person, Duration horizon) {
        Who who = Address.readable(person) ? memory.find(person) : null;
        if (who == null && Address.readable(person)) {
            return stranger(person).facts(List.of());
        }
        return who == null ? PersonFacts.UNKNOWN : memory.facts(who.person(), memory.clock.now(), horizon);
    }

    /** As whoever comes by an address that nobody has begins: with what stays of somebody who was erased (S-47). */
    private Person stranger(Recipient address) {
        Person stranger = Person.NEW;
        for (Suppressed one : memory.suppressed(address)) {
            stranger = stranger.after(one.again()).person();
        }
        return stranger;
    }

    /** The same with what waits for them, as a message to them is judged. */
    PersonFacts judged(Recipient person, Duration horizon) {
        Who who = Address.readable(person) ? memory.find(person) : null;
        PersonFacts facts = lookup(person, horizon);
        return who == null ? facts : facts.line(memory.line(who.person()));
    }
}
