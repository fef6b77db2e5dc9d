package org.whatsapppolicy.camel;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.Given;
import org.whatsapppolicy.policy.message.MessageContent;

/**
 * A message with what the route gave for it.
 *
 * @param content as the policy of the moment makes it
 * @param given what it was made of
 */
record Wording(MessageContent content, Given given) {

    /** A message that is all the route's. */
    static Wording whole(MessageContent content) {
        return new Wording(content, earlier -> content);
    }

    /** The same as an answer that quotes a message. */
    Wording inReplyTo(String wamid) {
        return new Wording(
                content.inReplyTo(wamid), earlier -> given.like(earlier).inReplyTo(wamid));
    }

    /**
     * The same with what goes instead when the window is closed.
     *
     * @param fallback null when the policy has none now; an earlier message may have had one
     */
    Wording orElse(@Nullable Wording fallback) {
        return new Wording(fallback == null ? content : content.orElse(fallback.content), earlier -> {
            MessageContent before = earlier.fallback();
            MessageContent message = given.like(earlier);
            return before == null ? message : message.orElse(fallback == null ? before : fallback.given.like(before));
        });
    }

    /** Whether an earlier message was made of the same, whatever the policy made of it then. */
    boolean same(MessageContent earlier) {
        return earlier.equals(content) || earlier.equals(given.like(earlier));
    }
}
