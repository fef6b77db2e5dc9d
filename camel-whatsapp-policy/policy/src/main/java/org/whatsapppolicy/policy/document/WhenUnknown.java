package org.whatsapppolicy.policy.document;

/** What becomes of a message whose request may have been sent and got no answer, after the horizon (S-38). */
public enum WhenUnknown {
    HOLD,
    RESEND,
    FAIL
}
