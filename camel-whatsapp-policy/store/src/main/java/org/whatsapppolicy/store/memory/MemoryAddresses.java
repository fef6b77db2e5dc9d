package org.whatsapppolicy.store.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.identity.Held;
import org.whatsapppolicy.store.state.Address;
import org.whatsapppolicy.store.state.Asked.Who;

/** Who has which address. */
final class MemoryAddresses {

    private record Row(long id, Address address, Held held) {}

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<Long, Address> byId = new HashMap<>();
    private long lastPerson;
    private long lastAddress;

    long newPerson() {
        return ++lastPerson;
    }

    @Nullable
    Who find(Recipient recipient) {
        Row row = rows.get(Address.of(recipient).key());
        return row == null ? null : new Who(row.held.person(), row.id);
    }

    /** The person by the address they had first. */
    @Nullable
    Who first(long person) {
        return rows.values().stream()
                .filter(row -> row.held.person() == person)
                .map(row -> new Who(person, row.id))
                .min(Comparator.comparing(Who::address))
                .orElse(null);
    }

    @Nullable
    Address of(long id) {
        return byId.get(id);
    }

    Who add(Recipient recipient, long person, @Nullable Instant seen) {
        Address address = Address.of(recipient);
        long id = ++lastAddress;
        byId.put(id, address);
        rows.put(address.key(), new Row(id, address, new Held(address.recipient(), "", seen, person)));
        return new Who(person, id);
    }

    /** Every address of the people who have one of these. */
    List<Held> around(Collection<Recipient> addresses) {
        Set<Long> people = addresses.stream()
                .map(this::find)
                .filter(Objects::nonNull)
                .map(Who::person)
                .collect(Collectors.toSet());
        return rows.values().stream()
                .map(row -> row.held)
                .filter(held -> people.contains(held.person()))
                .toList();
    }

    /** It belongs to another person from now on. */
    void move(Recipient recipient, long person, Instant at) {
        rows.computeIfPresent(
                Address.of(recipient).key(),
                (key, row) ->
                        new Row(row.id, row.address, new Held(row.held.address(), row.held.portfolio(), at, person)));
    }

    /** Those of some people belong to others from now on. */
    void replace(Map<Long, Long> people) {
        rows.replaceAll((key, row) -> {
            Held held = row.held;
            long person = people.getOrDefault(held.person(), held.person());
            return new Row(row.id, row.address, new Held(held.address(), held.portfolio(), held.seen(), person));
        });
    }

    /** Nobody has them any more. */
    void remove(long person) {
        rows.values().removeIf(row -> row.held.person() == person && byId.remove(row.id) != null);
    }

    /** It was seen with the others of its person. */
    void seen(Recipient recipient, long person, String portfolio, Instant at) {
        if (find(recipient) == null) {
            add(recipient, person, at);
        }
        rows.computeIfPresent(Address.of(recipient).key(), (key, row) -> {
            boolean told = recipient instanceof UserId id && !id.parent() && !portfolio.isEmpty();
            String of = told ? portfolio : row.held.portfolio();
            return new Row(row.id, row.address, new Held(row.held.address(), of, at, person));
        });
    }
}
