package org.whatsapppolicy.store;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.document.PolicyDocument;

/**
 * What happened in this store, for those who subscribed (S-41): written in the transaction of the change itself, and only of
 * kinds that somebody subscribed to. A subscriber is a name with a cursor that outlives processes; one reader at a time moves
 * it. Events that concern one person or one message come in their order. Blocks and fails as {@link PolicyStore} does.
 * Thread-safe.
 */
public interface Feed {

    /** How long before its end it is told that a consent will lapse. */
    Duration LAPSE_AHEAD = Duration.ofDays(30);

    /** So long an event waits for a subscriber, and so long one is remembered who does not come. */
    Duration KEPT = Duration.ofDays(30);

    /**
     * Makes the subscriber known: what happens from now on is kept for it. One that is known keeps its cursor; its kinds become
     * these.
     */
    void subscribe(String subscriber, Set<FeedEvent.Kind> kinds);

    /** Sees to it that the subscriber is known and these kinds are kept for it, whatever else another node subscribed to. */
    void keep(String subscriber, Set<FeedEvent.Kind> kinds);

    /**
     * Asks to be the one active reader of a subscriber, or to stay it.
     *
     * @param reader tells readers apart
     * @param lease for how long, by the store's clock; who is silent for longer may be followed by another
     * @return whether this reader is it now
     */
    boolean lead(String subscriber, String reader, Duration lease);

    /** Lets another reader follow at once. */
    void leave(String subscriber, String reader);

    /** What comes after the subscriber's cursor, in order; nothing for a reader that is not the active one. */
    Page next(String subscriber, String reader, int max);

    /**
     * Moves the cursor: everything up to there was taken. Prolongs the lease.
     *
     * @return false when another reader is active by now, and the cursor is where that one put it
     */
    boolean taken(String subscriber, String reader, long upTo, Duration lease);

    /** As {@link #taken}, for an event that could not be taken: it stays in the store as dead for {@link #KEPT}. */
    boolean dead(String subscriber, String reader, long event, Duration lease);

    /**
     * Forgets events that every subscriber has, what nobody took for so long, and subscribers that did not come for so long;
     * both of the latter are logged.
     *
     * @param max how many events at most
     * @param kept for how long an event waits for a subscriber
     * @return how many events
     */
    int forget(int max, Duration kept);

    /** The same for {@link #KEPT}. */
    default int forget(int max) {
        return forget(max, KEPT);
    }

    /**
     * Tells, once in the cluster, whether marketing pauses: an event is written when it is not what was told last.
     *
     * @param reason why it pauses, or null when it does not
     */
    void tellPause(@Nullable String reason);

    /**
     * Tells of grants that lapse within {@link #LAPSE_AHEAD} by themselves or by the document's {@code validFor}: once of each
     * grant, by whichever node is first, and not of those that an opt-out overrules. Does nothing while nobody wants to hear it.
     *
     * @param max how many at most
     * @return how many grants were looked at; 0 when none is left
     */
    int tellLapsing(PolicyDocument document, int max);

    /** Has the bell rung after each commit of this process that wrote events. It must be quick and must not throw. */
    Ears listen(Runnable bell);

    /** Ends a {@link #listen}. */
    interface Ears extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A part of what happened.
     *
     * @param events in order
     * @param upTo where the cursor stands when all of them were taken; passes over events of other kinds
     */
    record Page(List<FeedEvent> events, long upTo) {

        /** Nothing happened. */
        public static final Page NOTHING = new Page(List.of(), 0);

        public Page {
            events = List.copyOf(events);
        }
    }
}
