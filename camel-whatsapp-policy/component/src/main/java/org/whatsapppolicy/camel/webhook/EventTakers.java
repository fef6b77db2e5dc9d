package org.whatsapppolicy.camel.webhook;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.store.GroupReceive;
import org.whatsapppolicy.store.GroupReceive.Handed;

/** Who takes events of this installation: one route or none. Thread-safe. */
public final class EventTakers implements GroupReceive.Route<Recognised> {

    private final AtomicReference<@Nullable InboxReader> taker = new AtomicReference<>();

    /**
     * That one takes them from now on, without a moment in which nobody does: what comes then is kept for no route.
     *
     * @param before in whose place it does, or null
     * @throws IllegalArgumentException when there is another one: each event goes to one route only
     */
    public void taker(@Nullable InboxReader before, InboxReader reader) {
        if (!taker.compareAndSet(before, reader) && !taker.compareAndSet(null, reader)) {
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

    @Override
    public int room() {
        InboxReader reader = taker.get();
        return reader == null ? 0 : reader.room();
    }

    @Override
    public List<Long> had() {
        InboxReader reader = taker.get();
        return reader == null ? List.of() : reader.had();
    }

    @Override
    public void hadNotRecorded(List<Long> ids) {
        InboxReader reader = taker.get();
        if (reader != null) {
            reader.hadNotRecorded(ids);
        }
    }

    @Override
    public boolean hand(List<Handed<Recognised>> events) {
        InboxReader reader = taker.get();
        return reader != null && reader.hand(events);
    }

    @Override
    public void wake() {
        InboxReader reader = taker.get();
        if (reader != null) {
            reader.wake();
        }
    }
}
