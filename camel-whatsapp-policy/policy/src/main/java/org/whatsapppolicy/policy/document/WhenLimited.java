package org.whatsapppolicy.policy.document;

/** What becomes of a message that may not go now but could go later (S-29). */
public enum WhenLimited {
    DEFER,
    DENY
}
