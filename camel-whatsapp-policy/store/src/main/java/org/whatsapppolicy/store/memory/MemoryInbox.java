package org.whatsapppolicy.store.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.store.Inbox;
import org.whatsapppolicy.store.Intake;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.state.Address;
import org.whatsapppolicy.store.state.Asked.Who;
import org.whatsapppolicy.store.state.Fold;
import org.whatsapppolicy.store.state.Millis;
import org.whatsapppolicy.store.state.Progress;

/** The inbox of the reference model. Shares the store's one lock. */
final class MemoryInbox implements Inbox {

    private record Row(
            long id,
            @Nullable Long person,
            Instant received,
            @Nullable Instant due,
            int attempts,
            boolean dead,
            @Nullable String payload) {
        Row by(Map<Long, Long> moved) {
            return person == null || !moved.containsKey(person)
                    ? this
                    : new Row(id, moved.get(person), received, due, attempts, dead, payload);
        }

        Row due(@Nullable Instant at, int tries) {
            return new Row(id, person, received, at, tries, dead, payload);
        }
    }

    private final MemoryStore store;
    private final Memory memory;
    private final MemoryFeed feed;
    private final MemoryPeople people;
    private final Set<String> keys = new HashSet<>();
    private final Map<Long, Row> rows = new LinkedHashMap<>();
    private final Map<Long, String> keysOf = new LinkedHashMap<>();
    private long last;

    MemoryInbox(MemoryStore store, Memory memory, MemoryFeed feed, MemoryPeople people) {
        this.feed = feed;
        this.people = people;
        this.store = store;
        this.memory = memory;
    }

    @Override
    public Intake.Result take(Intake intake) {
        synchronized (store) {
            Instant now = memory.clock.now();
            taken(intake.taken());
            List<Boolean> fresh = new ArrayList<>();
            List<Long> arrived = new ArrayList<>();
            List<Integer> numbers = new ArrayList<>();
            for (Receipt receipt : intake.receipts()) {
                boolean first = keys.add(receipt.key());
                if (first) {
                    arrived.add(take((nobody(receipt) ? receipt.ofNobody() : receipt).notAfter(now), now));
                    numbers.add(fresh.size());
                }
                fresh.add(first);
            }
            return placed(intake, fresh, arrived, numbers, now);
        }
    }

    /** Hands out what finds room and has nothing of the same person before it. */
    private Intake.Result placed(
            Intake intake, List<Boolean> fresh, List<Long> arrived, List<Integer> numbers, Instant now) {
        Set<Long> busy = new HashSet<>();
        rows.values().stream()
                .filter(row -> row.due != null && row.person != null && !arrived.contains(row.id))
                .forEach(row -> busy.add(row.person));
        List<Intake.Claim> claims = new ArrayList<>();
        boolean left = false;
        for (int i = 0; i < arrived.size(); i++) {
            Row row = Objects.requireNonNull(rows.get(arrived.get(i)));
            if (row.due == null || row.payload == null) {
                continue;
            }
            boolean free = row.person == null || !busy.contains(row.person);
            if (free && claims.size() < intake.room()) {
                claims.add(new Intake.Claim(numbers.get(i), new Queued(row.id, row.person, row.payload, 0)));
                rows.put(row.id, row.due(now.plus(intake.lease()), 1));
            } else {
                left = true;
            }
        }
        return new Intake.Result(fresh, claims, left, now);
    }

    /** Whether it tells of a message whose person was erased. */
    private boolean nobody(Receipt receipt) {
        Report report = receipt.report();
        Fold.Stored message = report == null ? null : memory.messages.get(report.message());
        return message != null && message.row().asked().who() == null;
    }

    private long take(Receipt receipt, Instant now) {
        if (receipt.seen() != null) {
            Map<Long, Long> moved = memory.saw(receipt.seen(), feed::identified);
            rows.replaceAll((id, row) -> row.by(moved));
        }
        Recipient person = receipt.person();
        Who who = person == null ? null : memory.who(person);
        long id = ++last;
        String payload = receipt.payload();
        rows.put(
                id,
                new Row(id, who == null ? null : who.person(), now, payload == null ? null : now, 0, false, payload));
        keysOf.put(id, receipt.key());
        if (person != null && receipt.wrote() != null) {
            people.wrote(person, receipt.wrote());
        }
        ConsentAct act = receipt.act();
        if (act != null) {
            ConsentAct said = said(receipt, act);
            concerned(receipt, act).forEach(one -> people.recordDone(List.of(new PersonAct(one, said))));
        }
        if (receipt.news() != null) {
            feed.announced(receipt.news(), now);
        }
        Report report = receipt.report();
        if (report != null) {
            store.change(
                    report.message(),
                    p -> p.reported(report.state(), report.wamid(), report.attempt(), report.code(), now));
        }
        return id;
    }

    private ConsentAct said(Receipt receipt, ConsentAct act) {
        if (receipt.seen() == null) {
            return act;
        }
        List<Long> named = receipt.seen().addresses().stream()
                .flatMap(address -> Stream.ofNullable(memory.find(address)))
                .map(Who::person)
                .distinct()
                .toList();
        return named.size() == 1 ? memory.person(named.get(0)).said(Millis.cut(act)) : act;
    }

    private List<Recipient> concerned(Receipt receipt, ConsentAct act) {
        boolean stops = act instanceof ConsentAct.Withdrawn || act instanceof ConsentAct.Questioned;
        if (receipt.seen() == null || !stops) {
            return receipt.person() == null ? List.of() : List.of(receipt.person());
        }
        Map<Long, Recipient> each = new LinkedHashMap<>();
        for (Recipient address : receipt.seen().addresses()) {
            Who who = memory.find(address);
            if (who != null) {
                each.putIfAbsent(who.person(), address);
            }
        }
        return List.copyOf(each.values());
    }

    /** What no route has taken of a person. */
    List<String> waiting(long person) {
        return rows.values().stream()
                .filter(row -> row.person != null && row.person == person)
                .filter(row -> row.payload != null && (row.due != null || row.dead))
                .map(row -> Objects.requireNonNull(row.payload))
                .toList();
    }

    void erase(long person) {
        rows.replaceAll((id, row) -> row.person == null || row.person != person
                ? row
                : new Row(id, null, row.received, null, row.attempts, false, null));
    }

    @Override
    public Optional<Duration> underWay(Collection<Recipient> people) {
        synchronized (store) {
            Set<Long> persons = new HashSet<>();
            for (Recipient person : people) {
                Who who = Address.readable(person) ? memory.find(person) : null;
                if (who != null) {
                    persons.add(who.person());
                }
            }
            Instant now = memory.clock.now();
            return memory.messages.values().stream()
                    .filter(m -> m.row().asked().who() != null
                            && persons.contains(m.row().asked().who().person()))
                    .map(m -> m.row().progress())
                    .filter(p -> p.state() == MessageState.SENDING)
                    .map(Progress::sendBefore)
                    .filter(Objects::nonNull)
                    .max(Instant::compareTo)
                    .map(until -> Duration.between(now, until))
                    .filter(d -> !d.isNegative());
        }
    }

    @Override
    public List<Queued> claim(int max, Duration lease) {
        synchronized (store) {
            Instant now = memory.clock.now();
            Set<Long> busy = new HashSet<>();
            List<Queued> claimed = new ArrayList<>();
            for (Row row : List.copyOf(rows.values())) {
                if (row.due == null) {
                    continue;
                }
                boolean free = row.person == null || !busy.contains(row.person);
                if (row.due.isAfter(now)) {
                    if (row.person != null) {
                        busy.add(row.person);
                    }
                } else if (free && claimed.size() < max) {
                    claimed.add(new Queued(row.id, row.person, Objects.requireNonNull(row.payload), row.attempts));
                    rows.put(row.id, row.due(now.plus(lease), row.attempts + 1));
                }
            }
            return List.copyOf(claimed);
        }
    }

    @Override
    public void taken(Collection<Long> ids) {
        synchronized (store) {
            ids.forEach(id -> rows.computeIfPresent(
                    id, (same, r) -> new Row(r.id, r.person, r.received, null, r.attempts, false, null)));
        }
    }

    @Override
    public void again(Collection<Long> ids, Duration after) {
        synchronized (store) {
            Instant at = memory.clock.now().plus(after);
            ids.forEach(id -> rows.computeIfPresent(id, (same, r) -> r.due == null ? r : r.due(at, r.attempts)));
        }
    }

    @Override
    public void dead(long id) {
        synchronized (store) {
            rows.computeIfPresent(
                    id,
                    (same, r) ->
                            r.due == null ? r : new Row(r.id, r.person, r.received, null, r.attempts, true, r.payload));
        }
    }

    @Override
    public int forget(int max, Duration remembered, @Nullable Duration dead) {
        synchronized (store) {
            return forget(max, false, remembered) + (dead == null ? 0 : forget(max, true, dead));
        }
    }

    private int forget(int max, boolean dead, Duration kept) {
        Instant before = memory.clock.now().minus(kept);
        List<Long> old = rows.values().stream()
                .filter(r -> r.due == null && r.dead == dead && r.received.isBefore(before))
                .limit(max)
                .map(Row::id)
                .toList();
        for (Long id : old) {
            rows.remove(id);
            keys.remove(Objects.requireNonNull(keysOf.remove(id)));
        }
        return old.size();
    }
}
