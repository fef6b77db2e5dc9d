package org.whatsapppolicy.policy.answer;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.ledger.Outcome;

/**
 * An answer of the platform to one attempt.
 *
 * @param outcome what became of the attempt (M-4)
 * @param error the Graph error, or null when there was none
 * @param waId the platform's own form of the number, which may differ from the one sent to; null when it did not tell
 * @param userId the business-scoped user id, or null
 */
public record PlatformAnswer(
        Outcome outcome,
        @Nullable PlatformError error,
        @Nullable String waId,
        @Nullable String userId) {

    @Override
    public String toString() {
        return "PlatformAnswer[" + outcome + (error == null ? "" : ", " + error) + "]";
    }
}
