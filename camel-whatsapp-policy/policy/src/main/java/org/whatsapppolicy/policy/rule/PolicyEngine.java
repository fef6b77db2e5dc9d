package org.whatsapppolicy.policy.rule;

import java.time.Duration;
import java.time.Instant;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Facts;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.PolicyDocument;

/**
 * Decides. A pure function of the document, the request, the facts and the instant: no clock, no I/O, no state that matters.
 * Thread-safe.
 */
public final class PolicyEngine {

    private final PolicyDocument document;

    public PolicyEngine(PolicyDocument document) {
        this.document = document;
    }

    /** The document it decides by. */
    public PolicyDocument document() {
        return document;
    }

    /** How far back {@link Facts} must know what was sent: the longest window of any cap. */
    public Duration horizon() {
        throw new UnsupportedOperationException();
    }

    /**
     * Decides one message.
     *
     * @param now the store's clock
     * @return every finding, and the strictest verdict of them; never throws for what a request or facts can hold
     */
    public Decision decide(SendRequest request, Facts facts, Instant now) {
        throw new UnsupportedOperationException();
    }
}
