package org.whatsapppolicy.simulator.webhook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last parcels, whatever became of them. Safe for use by several threads. */
final class Latest {

    private static final int REMEMBERED = 1_000;

    private final Deque<Parcel> parcels = new ArrayDeque<>(REMEMBERED + 1);

    synchronized void add(Parcel parcel) {
        parcels.addLast(parcel);
        if (parcels.size() > REMEMBERED) {
            parcels.removeFirst();
        }
    }

    /** Oldest first. */
    synchronized List<Parcel> last(int count) {
        List<Parcel> all = new ArrayList<>(parcels);
        return all.subList(Math.max(0, all.size() - count), all.size());
    }
}
