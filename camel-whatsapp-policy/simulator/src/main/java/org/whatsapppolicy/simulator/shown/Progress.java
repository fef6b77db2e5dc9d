package org.whatsapppolicy.simulator.shown;

/** How far a message of the business got, as the ticks show it; in the order in which it happens. */
public enum Progress {
    /** Taken by the platform: a clock. */
    ACCEPTED,
    /** One tick. */
    SENT,
    /** Two ticks. */
    DELIVERED,
    /** Two blue ticks. */
    READ,
    /** A voice note that was listened to. */
    PLAYED,
    /** Not delivered, for good. */
    FAILED;

    /** Whether {@code next} is news: statuses may be told late and out of order, ticks never go back. */
    public boolean leadsTo(Progress next) {
        return this != FAILED && next.compareTo(this) > 0;
    }
}
