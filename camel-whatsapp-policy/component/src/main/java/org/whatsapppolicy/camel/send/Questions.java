package org.whatsapppolicy.camel.send;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.consent.OutsideConsents;
import org.whatsapppolicy.camel.document.PolicyInForce;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.Purpose;
import org.whatsapppolicy.store.GroupCommit;

/** What would be decided, without any effect. Never blocks. Thread-safe. */
final class Questions {

    private final PolicyInForce policy;
    private final GroupCommit all;
    private final GroupCommit consentOnly;
    private final OutsideConsents consents;

    /**
     * @param all decides by all rules; stays the caller's
     * @param consentOnly decides by consent and opt-outs alone
     */
    Questions(PolicyInForce policy, GroupCommit all, GroupCommit consentOnly, OutsideConsents consents) {
        this.policy = policy;
        this.all = all;
        this.consentOnly = consentOnly;
        this.consents = consents;
    }

    CompletableFuture<Decision> check(SendRequest request) {
        return asked(request).thenCompose(all::check);
    }

    CompletableFuture<Decision> consent(SendRequest request) {
        return asked(request).thenCompose(consentOnly::check);
    }

    private CompletableFuture<SendRequest> asked(SendRequest request) {
        String from = askedOf(request, policy.document());
        return from == null
                ? CompletableFuture.completedFuture(request)
                : consents.ask(from, request).thenApply(outside -> Requests.outside(request, outside));
    }

    /** The endpoint that is asked for this consent (M-10), or null when the store knows. */
    static @Nullable String askedOf(SendRequest request, PolicyDocument policy) {
        Purpose purpose = policy.purpose(request.purpose());
        return purpose == null ? null : purpose.consent().from();
    }

    void close() {
        consentOnly.close();
    }
}
