package org.whatsapppolicy.simulator.thread;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.people.Person;

/**
 * Who owns the thread of a number with a person: this app, an agent of Meta, or nobody. While the agent does, what the person
 * writes is told under {@code standby}; 24 hours without a message of the person end it. Safe for use by several threads.
 */
public final class Threads {

    private static final long IDLE_MILLIS = Duration.ofHours(24).toMillis();

    /** Who may answer with service messages. */
    public enum Owner {
        /** This app. */
        APP,
        /** Meta's agent. */
        AI_AGENT,
        /** Nobody: whoever answers first. */
        NOBODY
    }

    private record Key(String phoneNumberId, String address) {}

    private record Owned(Owner by, long lastMillis) {}

    private final ConcurrentHashMap<Key, Owned> owned = new ConcurrentHashMap<>();
    private final SimulatorClock clock;
    private volatile boolean mayTake;
    private volatile int refusal;

    /** For the simulator. */
    public Threads(SimulatorClock clock) {
        this.clock = clock;
    }

    /** Makes this app the one for escalations, which may take control; it may not at first, answered with 2494191. */
    public Threads mayTake(boolean now) {
        mayTake = now;
        return this;
    }

    /**
     * Has service messages refused with that code while the agent owns the thread, as where routing is set up; which code
     * that is the platform does not say. With 0, as at first, such a message takes the thread over instead.
     */
    public Threads refuseServiceMessages(int code) {
        refusal = code;
        return this;
    }

    /** Who owns the thread. */
    public Owner owner(String phoneNumberId, String address) {
        Owned thread = owned.get(new Key(phoneNumberId, address));
        return thread == null || clock.millis() - thread.lastMillis() >= IDLE_MILLIS ? Owner.NOBODY : thread.by();
    }

    /** Gives the thread to somebody. */
    public void give(String phoneNumberId, String address, Owner owner) {
        owned.put(new Key(phoneNumberId, address), new Owned(owner, clock.millis()));
    }

    /** A person writes: whether that is told on standby. */
    public boolean elsewhere(String phoneNumberId, Person person) {
        String address = heldByAgent(phoneNumberId, person);
        if (address == null) {
            return false;
        }
        give(phoneNumberId, address, Owner.AI_AGENT);
        return true;
    }

    /**
     * This app answers with a service message.
     *
     * @throws Refused when that is refused
     */
    public void answer(String phoneNumberId, Person person) {
        String address = owned.isEmpty() ? null : heldByAgent(phoneNumberId, person);
        if (address == null) {
            return;
        }
        int code = refusal;
        if (code != 0) {
            throw new Refused(GraphErrors.of(code));
        }
        give(phoneNumberId, address, Owner.APP);
    }

    /** The address by which the agent was given the thread; null when it does not own it. */
    private @Nullable String heldByAgent(String phoneNumberId, Person person) {
        String userId = person.userId();
        if (owner(phoneNumberId, person.address()) == Owner.AI_AGENT) {
            return person.address();
        }
        return userId != null && owner(phoneNumberId, userId) == Owner.AI_AGENT ? userId : null;
    }

    boolean mayTake() {
        return mayTake;
    }
}
