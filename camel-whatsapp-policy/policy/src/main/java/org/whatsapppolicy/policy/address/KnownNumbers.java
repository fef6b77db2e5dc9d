package org.whatsapppolicy.policy.address;

import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which numbers were found valid as they are, and where: eight bytes a number, because campaigns write to more
 * people than objects would be cheap for. Forgets when two others want the same place. Thread-safe without locks: a number
 * and its region are one value.
 */
final class KnownNumbers {

    /** E.164 numbers have at most 15 digits, which is less than 50 bits. */
    private static final int DIGIT_BITS = 50;

    private static final long DIGITS = (1L << DIGIT_BITS) - 1;
    private static final long NO_COUNTRY = 1;

    private final AtomicLongArray places;
    private final int shift;

    /** @param bits two to this power is how many are remembered at most */
    KnownNumbers(int bits) {
        places = new AtomicLongArray(1 << bits);
        shift = Long.SIZE - bits;
    }

    /** The region of a number that was found valid, or null when it is not remembered. */
    @Nullable
    String region(long digits) {
        int place = place(digits);
        long found = places.getPlain(place);
        if ((found & DIGITS) != digits) {
            found = places.getPlain(place ^ 1);
        }
        return (found & DIGITS) != digits || digits == 0 ? null : text(found >>> DIGIT_BITS);
    }

    void add(long digits, String region) {
        long code = code(region);
        if (digits <= 0 || digits > DIGITS || code < 0) {
            return;
        }
        int place = place(digits);
        int other = place ^ 1;
        boolean free = places.getPlain(place) == 0 || places.getPlain(other) != 0;
        places.setRelease(free ? place : other, code << DIGIT_BITS | digits);
    }

    private int place(long digits) {
        return (int) ((digits * 0x9E3779B97F4A7C15L) >>> shift);
    }

    /** Two letters, or that there is no country; -1 for anything else. */
    private static long code(String region) {
        if (region.equals("001")) {
            return NO_COUNTRY;
        }
        boolean letters = region.length() == 2 && letter(region.charAt(0)) && letter(region.charAt(1));
        return letters ? 2 + (region.charAt(0) - 'A') * 26L + (region.charAt(1) - 'A') : -1;
    }

    private static String text(long code) {
        return code == NO_COUNTRY ? "001" : Regions.TEXTS[(int) code - 2];
    }

    private static boolean letter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** One text a region, so that none is made for each number. */
    private static final class Regions {
        static final String[] TEXTS = new String[26 * 26];

        static {
            for (int i = 0; i < TEXTS.length; i++) {
                TEXTS[i] = "" + (char) ('A' + i / 26) + (char) ('A' + i % 26);
            }
        }
    }
}
