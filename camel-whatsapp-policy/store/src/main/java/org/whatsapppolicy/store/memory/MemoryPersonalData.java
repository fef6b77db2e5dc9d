package org.whatsapppolicy.store.memory;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.consent.OptOut;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.store.PersonalData;
import org.whatsapppolicy.store.state.Address;
import org.whatsapppolicy.store.state.Asked.Who;
import org.whatsapppolicy.store.state.Fold;
import org.whatsapppolicy.store.state.LatestOwner;
import org.whatsapppolicy.store.state.MessageRow;
import org.whatsapppolicy.store.state.Suppressed;

/** What the reference model holds of one person. Shares the store's one lock; keeps no digests, because nothing is written. */
final class MemoryPersonalData implements PersonalData {

    private final MemoryStore store;
    private final Memory memory;
    private final MemoryInbox inbox;
    private final MemoryFeed feed;

    MemoryPersonalData(MemoryStore store, Memory memory, MemoryInbox inbox, MemoryFeed feed) {
        this.store = store;
        this.memory = memory;
        this.inbox = inbox;
        this.feed = feed;
    }

    @Override
    public Optional<PersonRecord> export(Recipient person) {
        synchronized (store) {
            Who who = memory.find(person);
            return who == null
                    ? Optional.empty()
                    : Optional.of(LatestOwner.shown(
                            whole(person, who.person()),
                            person,
                            memory.addresses.around(List.of(person)),
                            memory.clock.now()));
        }
    }

    private PersonRecord whole(Recipient person, long id) {
        return new PersonRecord(
                addresses(person),
                memory.person(id).facts(List.of()),
                history(person),
                messages(id).stream()
                        .map(m -> new KeptMessage(m.row(), m.content()))
                        .toList(),
                inbox.waiting(id));
    }

    private List<Recipient> addresses(Recipient person) {
        return memory.addresses.around(List.of(person)).stream()
                .map(held -> held.address())
                .toList();
    }

    private List<Fold.Stored> messages(long person) {
        return memory.messages.values().stream()
                .filter(m ->
                        m.row().asked().who() != null && m.row().asked().who().person() == person)
                .toList();
    }

    @Override
    public List<PastAct> history(Recipient person) {
        synchronized (store) {
            Who who = memory.find(person);
            return who == null ? List.of() : memory.history.of(who.person());
        }
    }

    @Override
    public Erasure forget(Recipient person) {
        synchronized (store) {
            Who who = memory.find(person);
            return who == null ? Erasure.NOTHING : erase(person, who.person());
        }
    }

    private Erasure erase(Recipient person, long id) {
        List<Recipient> addresses = addresses(person);
        List<OptOut> optOuts = memory.person(id).consents().optOuts();
        for (Recipient address : addresses) {
            for (OptOut optOut : optOuts) {
                memory.suppressed
                        .computeIfAbsent(Address.of(address).key(), same -> new TreeMap<>())
                        .merge(
                                optOut.scope().text(),
                                Suppressed.of(optOut),
                                (one, other) -> one.act().isAfter(other.act()) ? one : other);
            }
        }
        Duration underWay = inbox.underWay(List.of(person)).orElse(Duration.ZERO);
        int contents = 0;
        Set<UUID> messages = new HashSet<>();
        for (Fold.Stored message : messages(id)) {
            UUID key = message.row().asked().id();
            messages.add(key);
            contents += message.content() == null ? 0 : 1;
            boolean held = message.row().progress().state() == MessageState.HELD;
            memory.messages.put(key, message.erased(held ? Fold.FORGOTTEN : null, memory.clock.now()));
        }
        feed.erase(messages);
        inbox.erase(id);
        memory.addresses.remove(id);
        memory.people.remove(id);
        memory.history.remove(id);
        memory.acts.erase(id);
        return new Erasure(addresses.size(), contents, addresses.size() * optOuts.size(), underWay);
    }

    @Override
    public Optional<String> lastLanguage(Recipient person) {
        synchronized (store) {
            Who who = memory.find(person);
            return memory.messages.values().stream()
                    .map(Fold.Stored::row)
                    .filter(row -> who != null
                            && row.asked().who() != null
                            && row.asked().who().person() == who.person()
                            && row.asked().language() != null)
                    .max(Comparator.comparing((MessageRow row) -> row.judged().at())
                            .thenComparing(row -> row.asked().id().toString()))
                    .map(row -> row.asked().language());
        }
    }

    @Override
    public int wrapAgain(int max) {
        return 0;
    }
}
