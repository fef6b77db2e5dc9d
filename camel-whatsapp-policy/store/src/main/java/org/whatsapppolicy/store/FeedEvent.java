package org.whatsapppolicy.store;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
        OUTCOME("outcome");

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
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(
                    "found the event type " + word + ", expected consent, opt-out, decision or outcome");
        }
    }

    /** What happened. */
    public sealed interface Told permits Acted, Decided, Moved {

        /** The same without what tells of a person. */
        default Told ofNobody() {
            return this;
        }
    }

    /**
     * A person's consent changed.
     *
     * @param act granted, confirmed, withdrawn, resumed or questioned
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
