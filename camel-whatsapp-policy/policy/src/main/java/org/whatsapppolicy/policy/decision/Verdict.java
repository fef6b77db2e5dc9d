package org.whatsapppolicy.policy.decision;

/** The answer of a rule or of the engine, from the mildest to the strictest. */
public enum Verdict {
    ALLOW,
    DEFER,
    DENY
}
