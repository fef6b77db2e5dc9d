package org.whatsapppolicy.simulator.limit;

/** Counts what happened in the last second of one number. */
sealed interface RateWindow {

    long SECOND = 1_000_000;

    /** How many are in the second that ends now. */
    int inUse(long micros);

    void add(long micros);

    /** Any sliding second: remembers every time in it. */
    final class Sliding implements RateWindow {

        private long[] times = new long[128];
        private int first;
        private int size;

        @Override
        public int inUse(long micros) {
            while (size > 0 && micros - times[first] >= SECOND) {
                first = (first + 1) % times.length;
                size--;
            }
            return size;
        }

        @Override
        public void add(long micros) {
            if (inUse(micros) == times.length) {
                long[] larger = new long[2 * size];
                for (int i = 0; i < size; i++) {
                    larger[i] = times[(first + i) % size];
                }
                times = larger;
                first = 0;
            }
            times[(first + size) % times.length] = micros;
            size++;
        }
    }

    /** A second of the clock, from full to full: lets up to twice as much through around its end. */
    final class OfTheClock implements RateWindow {

        private long second;
        private int size;

        @Override
        public int inUse(long micros) {
            if (micros / SECOND != second) {
                second = micros / SECOND;
                size = 0;
            }
            return size;
        }

        @Override
        public void add(long micros) {
            size = inUse(micros) + 1;
        }
    }
}
