package org.whatsapppolicy.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.ledger.MessageState;

/**
 * Something that happened (S-41). Addresses, context and evidence are looked up when it is read: what was erased meanwhile is
 * null.
 *
 * @param place its place in the order; grows
 * @param kind what it is about
 * @param at when it happened, by the store's clock
 * @param person a number that is the same for events of the same person, or null when nobody could be told by the recipient
 * @param recipient the person's address, or null
 * @param told what happened
 */
public record FeedEvent(
        long place,
        Kind kind,
        Instant at,
        @Nullable Long person,
        @Nullable Recipient recipient,
        Told told) {

    public FeedEvent {
        // Who was erased meanwhile is in no part of it (S-47).
        told = recipient == null ? told.ofNobody() : told;
    }

    /** What a subscriber chooses by. */
    public enum Kind {
        /** An act of consent other than an opt-out. */
        CONSENT("consent"),
        /** A person took consent back. */
        OPT_OUT("opt-out"),
        /** What the policy said of a message, each time it was asked. */
        DECISION("decision"),
        /** Where a message stands, each time it moves to a state in which something became of it. */
        OUTCOME("outcome"),
        /** A grant lapses within {@link Feed#LAPSE_AHEAD}; told once of each grant (S-11). */
        LAPSING("lapsing"),
        /** Addresses turned out to belong to one person, or to nobody who agreed (S-22, S-23). */
        IDENTITY("identity"),
        /** Marketing pauses because the platform is not heard, or goes on (S-20). */
        MARKETING("marketing"),
        /** The platform told of a template. */
        TEMPLATE("template"),
        /** The platform told how people like a template. */
        QUALITY("quality"),
        /** The platform told how many people may be reached. */
        LIMIT("limit"),
        /** The platform told of the account, or of the name or security of a number. */
        ACCOUNT("account"),
        /** Statuses tell that somebody else sends over one of our numbers, or that the store lacks what it sent (S-8). */
        SENDER("sender"),
        /** Another revision of the policy document is in force, or a button names a purpose that it does not know (S-7, S-16). */
        POLICY("policy");

        /** All of them. */
        public static final Set<Kind> ALL = Set.copyOf(EnumSet.allOf(Kind.class));

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As it is written in options, headers and tables. */
        public String word() {
            return word;
        }

        /**
         * The kind of that word.
         *
         * @throws IllegalArgumentException saying which there are
         */
        public static Kind of(String word) {
            return find(word)
                    .orElseThrow(
                            () -> new IllegalArgumentException("found the event type " + word + ", expected one of "
                                    + Arrays.stream(values()).map(Kind::word).collect(Collectors.joining(", "))));
        }

        /** The kind of that word, if this version knows it. */
        public static Optional<Kind> find(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }
    }

    /** What happened. */
    public sealed interface Told permits Acted, Decided, Moved, Paused, Announced {

        /** The same without what tells of a person. */
        default Told ofNobody() {
            return this;
        }
    }

    /**
     * A person's consent changed or will lapse, or it turned out who they are.
     *
     * @param act granted, confirmed, withdrawn, resumed, questioned; of an identity joined or quarantined
     * @param scope what it covers: {@code all}, {@code marketing}, {@code marketing:app} or {@code purpose:newsletter}
     * @param effect what became of it; only what was applied changed what may be sent
     * @param actedAt when the person acted
     * @param source by which road it is known
     * @param actor who entered it, or null when it was the person
     * @param document the wording or document version agreed to, or null
     * @param language its language, or null
     * @param reference what proves it, or null
     * @param until when a grant lapses or a question ends by itself, or null
     */
    public record Acted(
            String act,
            String scope,
            Consents.Effect effect,
            Instant actedAt,
            String source,
            @Nullable String actor,
            @Nullable String document,
            @Nullable String language,
            @Nullable String reference,
            @Nullable Instant until)
            implements Told {

        /** With another end. */
        public Acted until(Instant other) {
            return new Acted(act, scope, effect, actedAt, source, actor, document, language, reference, other);
        }

        @Override
        public Told ofNobody() {
            return new Acted(act, scope, effect, actedAt, source, null, document, language, null, until);
        }
    }

    /**
     * The policy decided.
     *
     * @param message of what message
     * @param verdict what it said
     * @param reasons codes of the reasons, in order
     * @param notBefore for a deferral: when it is decided again, else null
     */
    public record Decided(
            Letter message,
            Verdict verdict,
            List<String> reasons,
            @Nullable Instant notBefore) implements Told {
        public Decided {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A message moved: UNKNOWN, ACCEPTED, SENT, DELIVERED, READ, PLAYED, DENIED, EXPIRED or FAILED.
     *
     * @param message which
     * @param state where it stands
     * @param reasons codes of the decision that ended it, else empty
     * @param wamid the platform's id, or null
     * @param code the platform's error code, or 0
     */
    public record Moved(
            Letter message,
            MessageState state,
            List<String> reasons,
            @Nullable String wamid,
            int code) implements Told {
        public Moved {
            reasons = List.copyOf(reasons);
        }

        @Override
        public Told ofNobody() {
            return new Moved(message, state, reasons, null, code);
        }
    }

    /**
     * Marketing pauses or goes on.
     *
     * @param reason why it pauses, {@code no-status} or {@code not-subscribed}; null when it goes on
     */
    public record Paused(@Nullable String reason) implements Told {}

    /**
     * The platform told of a template, a number or the account, its statuses gave something away, or it concerns the policy
     * document.
     *
     * @param change the kind of the webhook's event, such as {@code template-status}; of a sender {@code foreign-sender} or
     *     {@code store-restored}; of the policy {@code revision} or {@code unknown-purpose}
     * @param about name of the template, business number, id of the account, revision or purpose, or null
     * @param state the platform's word for how it is now, of a revision its hash, or null
     * @param raw the JSON as it came
     */
    public record Announced(
            String change,
            @Nullable String about,
            @Nullable String state,
            @Nullable String raw) implements Told {}

    /**
     * A message as its events name it.
     *
     * @param id ours
     * @param attempt from 1
     * @param purpose why it was asked for
     * @param sender by whom, or null when that is not known
     * @param template its template, or null
     * @param context what the route gave along, or null
     */
    public record Letter(
            UUID id,
            int attempt,
            String purpose,
            @Nullable String sender,
            @Nullable String template,
            @Nullable String context) {}
}
