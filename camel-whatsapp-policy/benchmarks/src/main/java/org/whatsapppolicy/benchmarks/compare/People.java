package org.whatsapppolicy.benchmarks.compare;

import java.util.concurrent.atomic.AtomicLong;

/** The people that are written to, one after the other, round and round: mobile numbers of Sao Paulo, with a new key each time. */
final class People {

    private static final long FIRST = 5_511_960_000_000L;

    private final int count;
    private final AtomicLong written = new AtomicLong();

    People(int count) {
        this.count = count;
    }

    int count() {
        return count;
    }

    /** Number of person {@code index}, with {@code +}. */
    String phone(int index) {
        return "+" + (FIRST + index);
    }

    Letter next(Load load) {
        long number = written.getAndIncrement();
        return new Letter(load, phone((int) (number % count)), "slip-" + number);
    }
}
