package org.whatsapppolicy.simulator.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** The last hundred webhook attempts, for whoever watches: looking at them does not walk through the whole ledger. */
public final class LatestWebhooks {

    private static final int KEPT = 100;

    private final AtomicReferenceArray<Numbered> ring = new AtomicReferenceArray<>(KEPT);
    private final AtomicLong next = new AtomicLong();

    LatestWebhooks() {}

    /** An attempt with its place in the order in which attempts ended, from 0. */
    public record Numbered(long number, WebhookAttempt attempt) {}

    /** The newest first, at most that many. */
    public List<Numbered> list(int most) {
        return IntStream.range(0, KEPT)
                .mapToObj(ring::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingLong(Numbered::number).reversed())
                .limit(most)
                .toList();
    }

    /** How many attempts there were since the start, those of a cleared ledger included. */
    public long count() {
        return next.get();
    }

    void add(WebhookAttempt attempt) {
        long number = next.getAndIncrement();
        ring.set((int) (number % KEPT), new Numbered(number, attempt));
    }

    void clear() {
        for (int i = 0; i < KEPT; i++) {
            ring.set(i, null);
        }
    }
}
