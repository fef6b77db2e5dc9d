package org.whatsapppolicy.simulator.webhook.inbound;

/** How often a message was passed on before. */
public enum Forwarding {
    /** Written by the sender. */
    NONE,
    /** Passed on. */
    FORWARDED,
    /** Passed on more than five times. */
    FREQUENTLY
}
