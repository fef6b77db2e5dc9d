package org.whatsapppolicy.camel.webhook;

import java.util.concurrent.atomic.AtomicReference;

/** Who takes events of this installation: one route or none. Thread-safe. */
public final class EventTakers {

    private final AtomicReference<InboxReader> taker = new AtomicReference<>();

    /**
     * That one takes them from now on.
     *
     * @throws IllegalArgumentException when there is another one: each event goes to one route only
     */
    public void taker(InboxReader reader) {
        if (!taker.compareAndSet(null, reader)) {
            throw new IllegalArgumentException(
                    "found a second from whatsapp-policy:webhook, expected one: each event goes"
                            + " to one route; let it multicast to others");
        }
    }

    /** That one no longer takes any. */
    public void left(InboxReader reader) {
        taker.compareAndSet(reader, null);
    }

    boolean wanted() {
        return taker.get() != null;
    }

    void ring() {
        InboxReader reader = taker.get();
        if (reader != null) {
            reader.wake();
        }
    }
}
