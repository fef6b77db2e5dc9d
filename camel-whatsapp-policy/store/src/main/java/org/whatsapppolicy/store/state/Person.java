package org.whatsapppolicy.store.state;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.SentMessage;

/**
 * What is kept of one person, their messages apart.
 *
 * @param zone from a record, or null
 * @param lastInbound the latest inbound message's own timestamp, or null
 * @param questionedUntil until when an ambiguous answer holds proactive messages (S-18), or null
 * @param quarantined whether consent is in quarantine (S-23)
 * @param consents what is in force
 */
public record Person(
        @Nullable ZoneId zone,
        @Nullable Instant lastInbound,
        @Nullable Instant questionedUntil,
        boolean quarantined,
        Consents consents) {

    /** Somebody of whom nothing is known yet. */
    public static final Person NEW = new Person(null, null, null, false, Consents.NONE);

    /** With a message of theirs; an older one than is known changes nothing. */
    public Person wrote(Instant at) {
        return lastInbound != null && !lastInbound.isBefore(at)
                ? this
                : new Person(zone, at, questionedUntil, quarantined, consents);
    }

    /** With another zone. */
    public Person in(@Nullable ZoneId other) {
        return new Person(other, lastInbound, questionedUntil, quarantined, consents);
    }

    /** With one act of consent folded in. */
    public Change after(ConsentAct act) {
        Consents.Change change = consents.after(act);
        return new Change(
                new Person(zone, lastInbound, questioned(act, change.effect()), quarantined, change.consents()),
                change.effect());
    }

    private @Nullable Instant questioned(ConsentAct act, Consents.Effect effect) {
        if (act instanceof ConsentAct.Questioned question) {
            return questionedUntil != null && questionedUntil.isAfter(question.until())
                    ? questionedUntil
                    : question.until();
        }
        // A clear word of the person answers the question (S-18).
        boolean answered = act.evidence().byPerson() && effect == Consents.Effect.APPLIED;
        return answered ? null : questionedUntil;
    }

    /** As the engine is told, with the messages that count. */
    public PersonFacts facts(List<SentMessage> sent) {
        return new PersonFacts(zone, lastInbound, consents, questionedUntil, quarantined, List.copyOf(sent));
    }

    /**
     * What an act did.
     *
     * @param person from now on
     * @param effect what became of the act
     */
    public record Change(Person person, Consents.Effect effect) {}
}
