package org.whatsapppolicy.store.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.Purpose;
import org.whatsapppolicy.policy.document.WhenUnknown;
import org.whatsapppolicy.policy.ledger.Ruling;

/**
 * What becomes of messages that were unknown for the horizon (S-38). Each is ruled on once: were those that stay unknown looked at
 * again, every look at what is due would go past all of them for as long as they are kept.
 *
 * @param document what the purposes of now say
 * @param maxAttempts what was tried so often is not sent again
 */
public record Overdue(PolicyDocument document, int maxAttempts) {

    /**
     * Where such a message stands from now on; itself when it was ruled on, or is not unknown any more.
     *
     * @param category what it counted as when it was decided
     * @param whole whether its content is still there
     * @param counted as its present attempt counts, or null
     */
    public Progress ruled(
            Progress p, String purpose, Category category, boolean whole, @Nullable SentMessage counted, Instant now) {
        if (!p.overdue()) {
            return p;
        }
        Purpose said = document.purposes().get(purpose);
        if (said == null || said.whenUnknown() == WhenUnknown.HOLD) {
            return p.left();
        }
        Ruling ruling = Ruling.of(said.whenUnknown());
        boolean may = ruling.permits(category) && (ruling != Ruling.RESENT || (whole && p.tries() < maxAttempts));
        return may ? p.ruled(ruling, counted, now) : p.left();
    }
}
