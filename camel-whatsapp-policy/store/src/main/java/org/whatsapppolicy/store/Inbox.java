package org.whatsapppolicy.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.identity.Sighting;
import org.whatsapppolicy.policy.ledger.MessageState;

/**
 * What the platform told (M-8): taken in and acted on in one transaction, handed to a route afterwards, at least once and in
 * order for each person, also after a crash. Blocks and fails as {@link PolicyStore} does. Thread-safe.
 */
public interface Inbox {

    /** Events are recognised again for so long: the platform repeats a delivery for seven days. */
    Duration REMEMBERED = Duration.ofDays(8);

    /**
     * Takes events in, in one transaction: those that were here before change nothing; of the others addresses that belong to one
     * person are joined, windows open, acts of consent are folded in, messages move, and what a route shall get is queued.
     *
     * @return for each whether it was new, in their order
     */
    default List<Boolean> receive(List<Receipt> receipts) {
        return take(Intake.of(receipts)).fresh();
    }

    /**
     * The same, and in the same transaction: as many of the new events as there is room for are claimed by the caller, of a person
     * only when nothing earlier of them waits or is with somebody; and what a route has by now is {@link #taken}.
     */
    Intake.Result take(Intake intake);

    /**
     * How long it may take until no request to any of these people can begin that was decided before now (S-21): until each
     * message under way is settled or past its {@code send_before}. Empty when there is none.
     */
    Optional<Duration> underWay(Collection<Recipient> people);

    /**
     * Claims queued events that are due, oldest first. Of one person a claim holds only what nothing earlier stands before, so
     * that nobody else works on that person meanwhile.
     */
    List<Queued> claim(int max, Duration lease);

    /** The route has them. */
    void taken(Collection<Long> ids);

    /** The route could not take them: again after a while. What somebody else took meanwhile, or was erased, stays as it is. */
    void again(Collection<Long> ids, Duration after);

    /** Nobody will take it: stays in the table as dead, and no longer stands before what came later. The same holds here. */
    void dead(long id);

    /**
     * Forgets what is old and waits for nobody.
     *
     * @param max how many at most, of each
     * @param remembered for how long an event is recognised when it is delivered again
     * @param dead for how long what nobody could take is kept, or null for good
     * @return how many
     */
    int forget(int max, Duration remembered, @Nullable Duration dead);

    /** The same for {@link #REMEMBERED}; what nobody could take stays. */
    default int forget(int max) {
        return forget(max, REMEMBERED, null);
    }

    /**
     * One event to be taken in.
     *
     * @param key the same for every delivery of the same event
     * @param kind for people who look at the table
     * @param person whom it concerns, or null
     * @param wrote when the person wrote something that opens the window, or took a call that does, or null
     * @param act what it changes of their consent, or null
     * @param report where it puts a message of ours, or null
     * @param payload what a route gets, or null when none does
     * @param seen by which addresses it names the person, or null when it names one alone; takes effect before anything else
     * @param news what it tells of templates, numbers and accounts, or null
     */
    record Receipt(
            String key,
            String kind,
            @Nullable Recipient person,
            @Nullable Instant wrote,
            @Nullable ConsentAct act,
            @Nullable Report report,
            @Nullable String payload,
            @Nullable Sighting seen,
            @Nullable News news) {

        /**
         * The same as the transaction that takes it in sees it: nothing in it is later than that transaction's clock, which all
         * that concerns one person shares, so that what came first stays first also when the platform's clock is ahead. It opens
         * the window no later than it changes their consent: a word that ends everything does not count as written after the end
         * (S-16).
         */
        public Receipt notAfter(Instant now) {
            ConsentAct done = act == null ? null : act.notAfter(now);
            Instant latest = done == null ? now : done.evidence().act();
            Instant opens = wrote != null && wrote.isAfter(latest) ? latest : wrote;
            Sighting past = seen == null ? null : seen.notAfter(now);
            return new Receipt(key, kind, person, opens, done, report, payload, past, news);
        }

        /** An event that names the person by one address. */
        public Receipt(
                String key,
                String kind,
                @Nullable Recipient person,
                @Nullable Instant wrote,
                @Nullable ConsentAct act,
                @Nullable Report report,
                @Nullable String payload) {
            this(key, kind, person, wrote, act, report, payload, null, null);
        }

        /** An event that tells of nothing but a person. */
        public Receipt(
                String key,
                String kind,
                @Nullable Recipient person,
                @Nullable Instant wrote,
                @Nullable ConsentAct act,
                @Nullable Report report,
                @Nullable String payload,
                @Nullable Sighting seen) {
            this(key, kind, person, wrote, act, report, payload, seen, null);
        }

        /**
         * What is left of it when the message that it reports on belongs to nobody any more (S-47): where that message stands,
         * without the platform's id, and whether the person opted out. Who it was is not to be known again by it.
         */
        public Receipt ofNobody() {
            boolean acts = act != null;
            // Which attempt it was is no longer known: what was on its way was counted up when its person was erased.
            return new Receipt(
                    key,
                    kind,
                    acts ? person : null,
                    null,
                    act,
                    report == null ? null : new Report(report.message, report.state, null, report.code),
                    null,
                    acts ? seen : null);
        }

        /** Everybody whose state it may change. */
        public List<Recipient> named() {
            if (seen != null) {
                return seen.named();
            }
            return person == null ? List.of() : List.of(person);
        }
    }

    /**
     * What the platform told of a template, a number or the account, for those who subscribed to it.
     *
     * @param kind TEMPLATE, QUALITY, LIMIT, ACCOUNT, SENDER or POLICY
     * @param told what it said
     */
    record News(FeedEvent.Kind kind, FeedEvent.Announced told) {}

    /**
     * A status of a message of ours.
     *
     * @param message our id
     * @param attempt which attempt of it was sent, or 0 when that is not known
     * @param state where it stands
     * @param wamid the platform's id, or null when it must not be kept
     * @param code the platform's error code, or 0
     */
    record Report(
            UUID message,
            int attempt,
            MessageState state,
            @Nullable String wamid,
            int code) {

        /** Of an attempt that is not known. */
        public Report(UUID message, MessageState state, @Nullable String wamid, int code) {
            this(message, 0, state, wamid, code);
        }
    }

    /**
     * An event for a route.
     *
     * @param id its number in the inbox
     * @param person a number that is the same for events of the same person, or null
     * @param payload as it was received
     * @param attempts how often it was handed out before
     */
    record Queued(long id, @Nullable Long person, String payload, int attempts) {}
}
