package org.whatsapppolicy.simulator.limit;

/** The limits there are, by name. */
public enum LimitName {
    /** Messages a second of one number. */
    THROUGHPUT,
    /** Messages from one number to one person. */
    PAIR_RATE,
    /** People written to outside a window in 24 hours, over all numbers. */
    PORTFOLIO,
    /** Marketing messages one person gets. */
    MARKETING,
    /** No marketing to the United States. */
    US_MARKETING,
    /** Higher tiers and throughput for those who use them well. */
    UPGRADES,
    /** Calls of management for one account. */
    MANAGEMENT
}
