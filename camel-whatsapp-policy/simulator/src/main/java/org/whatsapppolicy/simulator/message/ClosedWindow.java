package org.whatsapppolicy.simulator.message;

/** What happens to a free-form message to a person whose service window is closed. */
public enum ClosedWindow {
    /** Accepted, then a failed status with 131047: what the platform mostly does. */
    FAIL_LATER,
    /** Refused at once with 131047. */
    REFUSE,
    /** Delivered all the same: for load runs that do not care. */
    IGNORE
}
