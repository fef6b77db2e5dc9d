package org.whatsapppolicy.policy.optout;

import java.util.Locale;

/**
 * So many of so many, with the 95 % interval of Wilson, which also holds for shares near 0 and 1.
 *
 * @param count those that count
 * @param of all of them
 */
record Share(int count, int of) {

    private static final double Z = 1.96;

    double value() {
        return of == 0 ? Double.NaN : (double) count / of;
    }

    Share and(Share other) {
        return new Share(count + other.count, of + other.of);
    }

    @Override
    public String toString() {
        double z2 = Z * Z / of;
        double middle = (value() + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt(value() * (1 - value()) / of + z2 / of / 4);
        return String.format(
                Locale.ROOT,
                "%3d/%-4d %5.1f %% [%5.1f, %5.1f]",
                count,
                of,
                100 * value(),
                100 * (middle - half),
                100 * (middle + half));
    }
}
