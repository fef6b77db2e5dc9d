package org.whatsapppolicy.simulator.thread;

import java.util.concurrent.ConcurrentHashMap;

/** Who owns the thread of a number with a person: this app, an agent of Meta, or nobody. Safe for use by several threads. */
public final class Threads {

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

    private final ConcurrentHashMap<Key, Owner> owners = new ConcurrentHashMap<>();
    private volatile boolean mayTake;

    /** For the simulator. */
    public Threads() {}

    /** Makes this app the one for escalations, which may take control; it may not at first, answered with 2494191. */
    public Threads mayTake(boolean now) {
        mayTake = now;
        return this;
    }

    /** Who owns the thread. */
    public Owner owner(String phoneNumberId, String address) {
        return owners.getOrDefault(new Key(phoneNumberId, address), Owner.NOBODY);
    }

    /** Gives the thread to somebody. */
    public void give(String phoneNumberId, String address, Owner owner) {
        owners.put(new Key(phoneNumberId, address), owner);
    }

    boolean mayTake() {
        return mayTake;
    }
}
