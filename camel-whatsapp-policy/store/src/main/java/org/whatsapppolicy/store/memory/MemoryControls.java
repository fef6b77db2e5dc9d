package org.whatsapppolicy.store.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.decision.Stop;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.Ruling;
import org.whatsapppolicy.store.Controls;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.state.Asked.Who;
import org.whatsapppolicy.store.state.Fold;
import org.whatsapppolicy.store.state.Person;

/** Orders in memory, under the lock of the store. */
final class MemoryControls implements Controls {

    private final MemoryStore store;
    private final Memory memory;
    private final List<Order> orders = new ArrayList<>();

    MemoryControls(MemoryStore store, Memory memory) {
        this.store = store;
        this.memory = memory;
    }

    @Override
    public boolean stop(String scope, String by, String why) {
        synchronized (store) {
            Instant now = note("stop", scope, by, why);
            List<Stop> stops = new ArrayList<>(stops());
            if (stops.stream().anyMatch(stop -> stop.scope().equals(scope))) {
                return false;
            }
            stops.add(new Stop(scope, now, by, why));
            stops.sort(Comparator.comparing(Stop::since).thenComparing(Stop::scope));
            memory.stopped(stops);
            return true;
        }
    }

    @Override
    public boolean resume(String scope, String by, String why) {
        synchronized (store) {
            Instant now = note("resume", scope, by, why);
            List<Stop> stops = new ArrayList<>(stops());
            boolean stood = stops.removeIf(stop -> stop.scope().equals(scope));
            memory.stopped(stops);
            List.copyOf(memory.messages.values()).stream()
                    .map(stored -> stored.row())
                    .filter(row -> row.progress().state() == MessageState.HELD
                            && Objects.requireNonNull(row.progress().due()).isAfter(now))
                    .filter(row -> row.judged().waitsForResume())
                    .forEach(row -> store.change(row.asked().id(), progress -> progress.due(now)));
            return stood;
        }
    }

    @Override
    public boolean settle(UUID message, boolean sent, String by, String why) {
        synchronized (store) {
            Instant now = note(sent ? "settle sent" : "settle not-sent", message.toString(), by, why);
            Fold.Stored stored = memory.messages.get(message);
            boolean open = stored != null && stored.row().progress().state() == MessageState.UNKNOWN;
            store.change(message, p -> p.ruled(sent ? Ruling.SENT : Ruling.NOT_SENT, null, now));
            return open;
        }
    }

    @Override
    public boolean release(Recipient person, String by, String why) {
        synchronized (store) {
            Instant now = memory.clock.now();
            Who who = memory.find(person);
            if (who == null || !memory.person(who.person()).questioned()) {
                return false;
            }
            store.record(List.of(new PersonAct(person, Person.reviewed(now, by, why))));
            List.copyOf(memory.messages.values()).stream()
                    .map(stored -> stored.row())
                    .filter(row -> row.progress().state() == MessageState.HELD)
                    .filter(row -> row.asked().who() != null
                            && row.asked().who().person() == who.person()
                            && Objects.requireNonNull(row.progress().due()).isAfter(now))
                    .forEach(row -> store.change(row.asked().id(), progress -> progress.due(now)));
            return true;
        }
    }

    private Instant note(String action, String scope, String by, String why) {
        Instant now = store.now();
        orders.add(0, new Order(now, by, action, scope, why));
        return now;
    }

    @Override
    public List<Stop> stops() {
        synchronized (store) {
            return memory.setting().stops();
        }
    }

    @Override
    public List<Order> orders(int most) {
        synchronized (store) {
            return orders.stream().limit(most).toList();
        }
    }
}
