package org.whatsapppolicy.simulator.people;

/** How somebody shows displeasure in a way the platform sees. */
public enum Complaint {
    /** Archived the chat. */
    ARCHIVED,
    /** Muted the chat. */
    MUTED,
    /** Blocked the business. */
    BLOCKED,
    /** Blocked it and reported it as spam. */
    REPORTED,
    /** Stopped marketing by WhatsApp's own menu. */
    STOPPED_OFFERS
}
