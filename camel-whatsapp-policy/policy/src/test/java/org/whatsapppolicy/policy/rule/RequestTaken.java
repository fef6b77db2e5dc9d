package org.whatsapppolicy.policy.rule;

import java.time.Instant;
import org.whatsapppolicy.policy.decision.SendRequest;

/** The same request, as it comes back from the outbox. */
final class RequestTaken {

    private RequestTaken() {}

    static SendRequest at(SendRequest request, Instant taken) {
        return new SendRequest(
                request.id(),
                request.idempotencyKey(),
                request.recipient(),
                request.purpose(),
                request.sender(),
                request.content(),
                request.priority(),
                taken,
                request.expires(),
                request.context(),
                request.outside(),
                1);
    }
}
