package org.whatsapppolicy.policy.address;

/**
 * A business-scoped user id (BSUID), or a parent BSUID ({@code US.ENT.…}): stands for a person within one business
 * portfolio, whose phone number may be unknown.
 *
 * @param value the id with its country prefix and dot, as the platform spells it
 */
public record UserId(String value) implements Recipient {

    /** ISO 3166-1 alpha-2 country of the person. */
    public String country() {
        return value.substring(0, 2);
    }

    /** Whether it is a parent id, which linked portfolios share. */
    public boolean parent() {
        return value.startsWith("ENT.", 3);
    }

    @Override
    public String masked() {
        return value.length() <= 8
                ? country() + ".***"
                : value.substring(0, 3) + "***" + value.substring(value.length() - 2);
    }

    @Override
    public String toString() {
        return "UserId[" + masked() + "]";
    }
}
