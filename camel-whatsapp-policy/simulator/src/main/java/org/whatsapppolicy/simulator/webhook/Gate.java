package org.whatsapppolicy.simulator.webhook;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds parcels back while it is closed. Their number is bounded by those who let them wait. */
final class Gate {

    private final Consumer<Parcel> beyond;
    private final Queue<Parcel> held = new ArrayDeque<>();
    private volatile boolean shut;

    Gate(Consumer<Parcel> beyond) {
        this.beyond = beyond;
    }

    boolean closed() {
        return shut;
    }

    void close() {
        synchronized (held) {
            shut = true;
        }
    }

    void open() {
        synchronized (held) {
            for (@Nullable Parcel parcel = held.poll(); parcel != null; parcel = held.poll()) {
                beyond.accept(parcel);
            }
            shut = false;
        }
    }

    void pass(Parcel parcel) {
        if (shut) {
            synchronized (held) {
                if (shut) {
                    held.add(parcel);
                    return;
                }
            }
        }
        beyond.accept(parcel);
    }
}
