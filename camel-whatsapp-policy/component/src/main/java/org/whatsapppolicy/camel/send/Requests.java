package org.whatsapppolicy.camel.send;

import java.time.Instant;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.OutsideConsent;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.message.MessageContent;

/** Copies of requests with a part changed. */
final class Requests {

    private Requests() {}

    /** The same wish as a later attempt: its age counts from when it was first taken. */
    static SendRequest attempt(SendRequest request, int attempt, Instant taken) {
        return new SendRequest(
                request.id(),
                request.idempotencyKey(),
                request.recipient(),
                request.purpose(),
                request.sender(),
                request.content(),
                request.priority(),
                request.taken() == null ? taken : request.taken(),
                request.expires(),
                request.context(),
                request.outside(),
                attempt);
    }

    /** The wish as it is written: by its fallback where that was decided, with the id that the platform gave to its file. */
    static SendRequest written(Passage passage, Decision decision) {
        SendRequest request = passage.request();
        MessageContent fallback = decision.fallback() ? request.content().fallback() : null;
        String mediaId = passage.mediaId();
        if (fallback != null) {
            return with(request, fallback);
        }
        return mediaId == null ? request : with(request, request.content().uploaded(mediaId));
    }

    private static SendRequest with(SendRequest request, MessageContent content) {
        return new SendRequest(
                request.id(),
                request.idempotencyKey(),
                request.recipient(),
                request.purpose(),
                request.sender(),
                content,
                request.priority(),
                request.taken(),
                request.expires(),
                request.context(),
                request.outside(),
                request.attempt());
    }

    /** The same wish with what an outside system said of consent. */
    static SendRequest outside(SendRequest request, OutsideConsent outside) {
        return new SendRequest(
                request.id(),
                request.idempotencyKey(),
                request.recipient(),
                request.purpose(),
                request.sender(),
                request.content(),
                request.priority(),
                request.taken(),
                request.expires(),
                request.context(),
                outside,
                request.attempt(),
                request.given());
    }
}
