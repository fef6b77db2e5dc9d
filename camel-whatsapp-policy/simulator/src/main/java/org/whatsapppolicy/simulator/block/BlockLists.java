package org.whatsapppolicy.simulator.block;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.people.Person;

/** Whom each number has blocked, in the order in which they were. Safe for use by several threads. */
public final class BlockLists {

    private static final int MOST = 64_000;

    private final Map<String, Set<Person>> byNumber = new ConcurrentHashMap<>();
    private final AtomicInteger nextFailure = new AtomicInteger();
    private volatile int most = MOST;

    /** For the simulator. */
    public BlockLists() {}

    /** How many people one number may block; 64,000 as documented. One more is answered with 139101. */
    public BlockLists most(int people) {
        most = people;
        return this;
    }

    /** Lets the next change be refused with that code: 139102 for another change at the same time, 139103 for an accident. */
    public BlockLists failNext(int code) {
        nextFailure.set(code);
        return this;
    }

    /** Whom that number has blocked. */
    public List<Person> of(String phoneNumberId) {
        Set<Person> list = byNumber.get(phoneNumberId);
        if (list == null) {
            return List.of();
        }
        synchronized (list) {
            return new ArrayList<>(list);
        }
    }

    void failIfTold() {
        int code = nextFailure.getAndSet(0);
        if (code != 0) {
            throw new Refused(GraphErrors.of(code));
        }
    }

    void checkRoom(String phoneNumberId, int further) {
        if (of(phoneNumberId).size() + further > most) {
            throw new Refused(GraphErrors.of(139101));
        }
    }

    void block(String phoneNumberId, Person person) {
        Set<Person> list = byNumber.computeIfAbsent(phoneNumberId, any -> new LinkedHashSet<>());
        synchronized (list) {
            list.add(person);
        }
        person.shutOut(phoneNumberId, true);
    }

    void unblock(String phoneNumberId, Person person) {
        Set<Person> list = byNumber.get(phoneNumberId);
        if (list != null) {
            synchronized (list) {
                list.remove(person);
            }
        }
        person.shutOut(phoneNumberId, false);
    }
}
