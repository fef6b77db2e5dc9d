package org.whatsapppolicy.simulator.number;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Business-scoped user ids: a country, a dot and digits, one for each phone number. They are computed, not kept: the
 * same seed gives the same id in every run, another number gives another id, and the number can be told from the id.
 */
public final class UserIds {

    private static final String PARENT = "ENT.";
    private static final int DIGITS = 20;
    private static final long ODD = 0x9E3779B97F4A7C15L;
    private static final long INVERSE =
            BigInteger.valueOf(ODD).modInverse(BigInteger.ONE.shiftLeft(64)).longValue();
    private static final long PARENT_MIX = 0x5851F42D4C957F2DL;

    private final long seed;

    /** The ids of one business portfolio. */
    public UserIds(long seed) {
        this.seed = seed * 0xD1342543DE82EF95L;
    }

    /** The id of the person with that number. */
    public String of(String waId) {
        return Country.of(waId) + '.' + digits(waId, seed);
    }

    /** The id by which linked portfolios know the same person. */
    public String parentOf(String waId) {
        return Country.of(waId) + '.' + PARENT + digits(waId, seed ^ PARENT_MIX);
    }

    /** The number behind an id of either sort; null when it was not made here. */
    public @Nullable String waId(String userId) {
        boolean parent = userId.startsWith(PARENT, 3);
        String digits = userId.substring(parent ? 3 + PARENT.length() : 3);
        if (digits.length() != DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        long mixed;
        try {
            mixed = Long.parseUnsignedLong(digits);
        } catch (NumberFormatException e) {
            return null;
        }
        long number = (mixed ^ (parent ? seed ^ PARENT_MIX : seed)) * INVERSE;
        String waId = number < 0 ? "" : Long.toString(number);
        return WaId.possible(waId) && Country.of(waId).equals(userId.substring(0, 2)) ? waId : null;
    }

    private static String digits(String waId, long mix) {
        String digits = Long.toUnsignedString((Long.parseLong(waId) * ODD) ^ mix);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
