package org.whatsapppolicy.policy.document;

/**
 * The minutes of a week, Monday 00:00 first, each quiet or not. Looking one up is an index into a bit set: no dates, no
 * garbage.
 */
final class WeekTable {

    static final int DAY = 24 * 60;
    static final int WEEK = 7 * DAY;

    private final long[] bits = new long[(WEEK + 63) / 64];

    /** Marks minutes from inclusive to exclusive; past the end of the week it goes on at its beginning. */
    void mark(int from, int to) {
        for (int minute = from; minute < to; minute++) {
            int index = minute % WEEK;
            bits[index >> 6] |= 1L << (index & 63);
        }
    }

    boolean quiet(int minute) {
        return (bits[minute >> 6] & (1L << (minute & 63))) != 0;
    }

    /** How many minutes after {@code minute} the state is {@code wanted} for the first time; -1 when it never is. */
    int minutesUntil(boolean wanted, int minute) {
        int ahead = scan(wanted, minute, WEEK);
        if (ahead >= 0) {
            return ahead - minute;
        }
        int around = scan(wanted, 0, minute);
        return around < 0 ? -1 : WEEK - minute + around;
    }

    private int scan(boolean wanted, int from, int to) {
        long flip = wanted ? 0 : -1L;
        for (int word = from >> 6; (word << 6) < to; word++) {
            long candidates = bits[word] ^ flip;
            if (word == (from >> 6)) {
                candidates &= -1L << (from & 63);
            }
            if (candidates != 0) {
                int found = (word << 6) + Long.numberOfTrailingZeros(candidates);
                return found < to ? found : -1;
            }
        }
        return -1;
    }
}
