package org.whatsapppolicy.store;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.document.Retention;

/**
 * Takes away what is past its retention (S-47), in steps that are small enough to stand in nobody's way: look, archive if wanted,
 * remove. Nothing is removed that is not past its retention when it is removed; what somebody else has locked just then stays until
 * the next time. Blocks and fails as {@link PolicyStore} does. Thread-safe.
 */
public interface Upkeep {

    /** What is taken away. */
    enum Kind {
        /** Text, parameters and context of a message. */
        PAYLOAD,
        /** A message with its reasons, its keys and what is left of its payload. */
        DECISION,
        /** An idempotency key whose message is gone. */
        KEY,
        /**
         * That somebody waits for a delivery which never comes: the message stays, as EXPIRED with the reason
         * {@code not-delivered} (S-38). No retention counts.
         */
        HOPE
    }

    /**
     * Asks to be the one node that does it, or to stay it.
     *
     * @param node tells nodes apart
     * @param lease for how long, by the store's clock; who is silent for longer may be followed by another
     * @return whether this node is it now
     */
    boolean lead(String node, Duration lease);

    /** Lets another node follow at once. */
    void leave(String node);

    /**
     * Looks at the next rows, oldest first.
     *
     * @param after where the page before said to go on, or null to begin
     * @param max how many rows are looked at
     */
    Page look(Kind kind, Retention retention, @Nullable String after, int max);

    /** What an archive gets of these, one map each, without addresses: people are known by their opaque number. */
    List<Map<String, Object>> told(Kind kind, Collection<String> ids);

    /**
     * Removes those of them that are past their retention, in one transaction.
     *
     * @return how many
     */
    int remove(Kind kind, Retention retention, Collection<String> ids);

    /**
     * Some rows.
     *
     * @param past ids, or keys, of those that are past their retention
     * @param next where to go on, or null when nothing older is left
     */
    record Page(List<String> past, @Nullable String next) {

        /** Nothing to look at. */
        public static final Page END = new Page(List.of(), null);

        public Page {
            past = List.copyOf(past);
        }
    }
}
