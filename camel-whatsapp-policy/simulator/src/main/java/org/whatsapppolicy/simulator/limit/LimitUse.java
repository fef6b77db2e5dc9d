package org.whatsapppolicy.simulator.limit;

/**
 * How much of one limit is used up, for show.
 *
 * @param limit the limit
 * @param subject whom it concerns: a phone number id, the portfolio, or people
 * @param used how much of it is in use now
 * @param size how much there is; {@link #UNLIMITED} where there is no end to it
 * @param refused how many messages it has refused or failed so far
 */
public record LimitUse(LimitName limit, String subject, long used, long size, long refused) {

    /** The size of a limit without an end. */
    public static final long UNLIMITED = -1;
}
