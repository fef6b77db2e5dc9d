package org.whatsapppolicy.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.store.state.MessageRow;

/** What is kept of a person, for the person: all of it, or none any more (S-47). Blocks and fails as {@link PolicyStore} does. */
public interface PersonalData {

    /**
     * Everything that is kept of the person, or empty when nothing is. Where their phone changed hands (S-23) only what came since:
     * what is from before is of somebody else. Who the platform told has changed their number keeps what is theirs.
     */
    Optional<PersonRecord> export(Recipient person);

    /** What became known of the person's consent, oldest first; empty for a stranger. */
    List<PastAct> history(Recipient person);

    /**
     * Erases the person: addresses, settings, consents and their evidence, what was said, what waits in the inbox. What was to
     * be sent to them is denied; a request that was decided before may still begin for a while, which is told. Decisions stay
     * without the person. Of each opt-out a keyed digest of each address stays with
     * its scope and time, so that whoever comes back by that address, in an import or otherwise, is opted out.
     */
    Erasure forget(Recipient person);

    /** Language of the latest template to the person that is still in the ledger, as the platform spells it. */
    Optional<String> lastLanguage(Recipient person);

    /**
     * Wraps by the key provider's current key what another one wraps, so that the other may be given up; at most so much at once.
     * Returns how much there was: 0 when nothing is left, and where there is no key provider.
     */
    int wrapAgain(int max);

    /**
     * A person.
     *
     * @param addresses every address they are known by
     * @param facts zone, window, settings, consents in force; without messages
     * @param history what became known of their consent, oldest first
     * @param messages to them, oldest first
     * @param inbox events that no route has taken yet, oldest first
     * @param withheldUntil when the phone changed hands: what is from before may be somebody else's and is not shown (S-23); else
     *     null
     */
    record PersonRecord(
            List<Recipient> addresses,
            PersonFacts facts,
            List<PastAct> history,
            List<KeptMessage> messages,
            List<String> inbox,
            @Nullable Instant withheldUntil) {

        /** Of somebody who had their addresses all the time. */
        public PersonRecord(
                List<Recipient> addresses,
                PersonFacts facts,
                List<PastAct> history,
                List<KeptMessage> messages,
                List<String> inbox) {
            this(addresses, facts, history, messages, inbox, null);
        }

        /** Says nothing of who it is. */
        @Override
        public String toString() {
            return "PersonRecord[" + history.size() + " acts, " + messages.size() + " messages]";
        }
    }

    /**
     * One act, as the history keeps it.
     *
     * @param act granted, confirmed, withdrawn, resumed, questioned, related; joined or quarantined when addresses turned out to
     *     belong to one person, or not any more
     * @param scope what it covers
     * @param at when it happened, at its source
     * @param source by which road it is known
     * @param actor who entered it, or null
     * @param document wording agreed to, or null
     * @param language of that wording, or null
     * @param reference what proves it, or null
     * @param until when it ends, or null
     * @param imported whether it came by import
     * @param effect what became of it, in kebab case
     * @param recorded when the store learned of it
     */
    record PastAct(
            String act,
            String scope,
            Instant at,
            String source,
            @Nullable String actor,
            @Nullable String document,
            @Nullable String language,
            @Nullable String reference,
            @Nullable Instant until,
            boolean imported,
            String effect,
            Instant recorded) {}

    /**
     * A message.
     *
     * @param row what was asked for, decided and became of it
     * @param content as JSON, or null when it was erased
     */
    record KeptMessage(MessageRow row, @Nullable String content) {}

    /**
     * What was erased.
     *
     * @param addresses how many the person had; 0 when nobody knew them
     * @param messages how many messages lost their content
     * @param suppressed how many opt-outs stay, by address and scope
     * @param underWay how long a request that was decided before may still begin; zero when there is none
     */
    record Erasure(int addresses, int messages, int suppressed, Duration underWay) {

        /** Of a stranger. */
        public static final Erasure NOTHING = new Erasure(0, 0, 0);

        /** Of somebody to whom nothing is under way. */
        public Erasure(int addresses, int messages, int suppressed) {
            this(addresses, messages, suppressed, Duration.ZERO);
        }
    }
}
