package org.whatsapppolicy.policy.decision;

import org.whatsapppolicy.policy.message.MessageContent;

/**
 * What a route gave, told from what the policy of the moment makes of it: it puts a fallback beside the message, and takes of
 * the parameters those that the template as it is known has a place for. Both may change while a key lives, and what was asked
 * for is still the same (S-37).
 */
@FunctionalInterface
public interface Given {

    /**
     * The message made of it as an earlier one was made: filled like that one, with that one's fallback. It is equal to the
     * earlier one when that was made of the same.
     */
    MessageContent like(MessageContent earlier);
}
