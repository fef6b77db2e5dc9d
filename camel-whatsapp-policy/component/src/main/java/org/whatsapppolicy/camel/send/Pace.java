package org.whatsapppolicy.camel.send;

/**
 * How fast a sender's held messages can leave, and so how many of them are worth having here.
 *
 * @param sender its name, or an empty text when there is none
 * @param ahead how many are claimed at most
 * @param begun of these how many are on their way at most, with those that wait for a token
 */
record Pace(String sender, int ahead, int begun) {

    private static final int FEWEST = 2;
    /** Seconds for which tokens and answers may keep a message that has begun. */
    private static final int ON_ITS_WAY = 2;

    /** @param perSecond messages a second, 0 for no limit */
    static Pace of(String sender, int perSecond) {
        if (perSecond == 0) {
            return new Pace(sender, Integer.MAX_VALUE, Integer.MAX_VALUE);
        }
        int begun = FEWEST + Math.min(Integer.MAX_VALUE / 4, perSecond) * ON_ITS_WAY;
        return new Pace(sender, 2 * begun, begun);
    }

    /** Whether the sender's rate has a limit. */
    boolean limited() {
        return ahead < Integer.MAX_VALUE;
    }
}
