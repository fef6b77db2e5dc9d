package org.whatsapppolicy.store.state;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.PersonSettings;
import org.whatsapppolicy.policy.decision.SentMessage;

/**
 * What is kept of one person, their messages apart.
 *
 * @param zone from a record, or null
 * @param lastInbound the latest inbound message's own timestamp, or null
 * @param questionedUntil until when an ambiguous answer holds proactive messages (S-18), or null
 * @param quarantinedSince consent from before that counts no more (S-23), or null
 * @param own what they set for themselves (S-15)
 * @param consents what is in force
 */
public record Person(
        @Nullable ZoneId zone,
        @Nullable Instant lastInbound,
        @Nullable Instant questionedUntil,
        @Nullable Instant quarantinedSince,
        PersonSettings own,
        Consents consents) {

    /** Somebody of whom nothing is known yet. */
    public static final Person NEW = new Person(null, null, null, null, PersonSettings.NONE, Consents.NONE);

    /** With a message of theirs; an older one than is known changes nothing, nor does one from before somebody else came (S-23). */
    public Person wrote(Instant at) {
        boolean others = quarantinedSince != null && at.isBefore(quarantinedSince);
        return others || (lastInbound != null && !lastInbound.isBefore(at))
                ? this
                : new Person(zone, at, questionedUntil, quarantinedSince, own, consents);
    }

    /** With another zone. */
    public Person in(@Nullable ZoneId other) {
        return new Person(other, lastInbound, questionedUntil, quarantinedSince, own, consents);
    }

    /** With other settings of their own. */
    public Person setting(PersonSettings other) {
        return new Person(zone, lastInbound, questionedUntil, quarantinedSince, other, consents);
    }

    /** With other consents. */
    public Person with(Consents other) {
        return new Person(zone, lastInbound, questionedUntil, quarantinedSince, own, other);
    }

    /**
     * What is known when several turn out to be one (S-22): of everything what lets less pass. Only the window is the later
     * one, because all messages were theirs.
     *
     * @param now the store's clock
     */
    public static Person joined(List<Person> all, Instant now) {
        List<ZoneId> zones = all.stream()
                .map(Person::zone)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return all.stream()
                .reduce(NEW, Person::with)
                .in(zones.size() == 1 ? zones.get(0) : null)
                .with(Consents.merged(all.stream().map(Person::consents).toList(), now));
    }

    private Person with(Person other) {
        return new Person(
                zone,
                later(lastInbound, other.lastInbound),
                later(questionedUntil, other.questionedUntil),
                later(quarantinedSince, other.quarantinedSince),
                Settings.both(own, other.own),
                consents);
    }

    /** Somebody else may be behind the addresses since then: what they wrote opens no window, what they agreed to does not count. */
    public Person quarantined(Instant since) {
        boolean before = lastInbound != null && !lastInbound.isAfter(since);
        return new Person(
                zone, before ? null : lastInbound, questionedUntil, later(quarantinedSince, since), own, consents);
    }

    /**
     * An act that came in an event which names them by their addresses of today. What they agree to in the very event that shows a
     * new owner is the new owner's word, so it is later than what it ended (S-23).
     */
    public ConsentAct said(ConsentAct act) {
        boolean agrees = act instanceof ConsentAct.Granted || act instanceof ConsentAct.Confirmed;
        Evidence said = act.evidence();
        return agrees && said.act().equals(quarantinedSince)
                ? act.with(said.at(said.act().plusMillis(1)))
                : act;
    }

    /** With one act of consent folded in. */
    public Change after(ConsentAct act) {
        Consents.Change change = consents.after(act);
        return new Change(
                new Person(
                        zone, lastInbound, questioned(act, change.effect()), quarantinedSince, own, change.consents()),
                change.effect());
    }

    /**
     * The same for an act that an import brings, which is told when it meets an opt-out of marketing too. A row that is rejected
     * leaves nothing (S-12): when the opt-out is taken back some day, what was refused must not come into force by itself.
     */
    public Change brought(ConsentAct act, Set<String> marketing, Instant now) {
        Change change = after(act);
        boolean stopped = act instanceof ConsentAct.Granted granted
                && granted.grant().imported()
                && change.person.consents.inForce(
                                granted.grant().purpose(),
                                marketing.contains(granted.grant().purpose()),
                                now)
                        != null;
        return stopped || change.effect == Consents.Effect.OPTED_OUT
                ? new Change(this, Consents.Effect.OPTED_OUT)
                : change;
    }

    private @Nullable Instant questioned(ConsentAct act, Consents.Effect effect) {
        if (act instanceof ConsentAct.Questioned question) {
            return questionedUntil != null && questionedUntil.isAfter(question.until())
                    ? questionedUntil
                    : question.until();
        }
        // Somebody who is named read the answer, and it was no opt-out (S-18).
        if (act instanceof ConsentAct.Kept && act.evidence().actor() != null) {
            return null;
        }
        // A clear word of the person answers what was unclear before; what is only a row of an import is no word of
        // theirs (S-18).
        boolean word = act.evidence().byPerson()
                && !(act instanceof ConsentAct.Related)
                && !(act instanceof ConsentAct.Granted granted
                        && granted.grant().imported());
        // So does one that finds nothing to confirm: it is as clear, and changes nothing else.
        boolean clear = effect == Consents.Effect.APPLIED || effect == Consents.Effect.NOTHING_TO_CONFIRM;
        boolean answered = questionedUntil != null
                && word
                && clear
                && ConsentAct.Questioned.answered(questionedUntil, act.evidence());
        return answered ? null : questionedUntil;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    /** Whether an ambiguous answer waits for an answer of theirs or for a review; how long it holds what is proactive, the document says. */
    public boolean questioned() {
        return questionedUntil != null;
    }

    /** What a review of an ambiguous answer comes to, that was no opt-out. */
    public static ConsentAct reviewed(Instant now, String by, String why) {
        return new ConsentAct.Kept(new Evidence(Millis.cut(now), "review", by, null, null, why));
    }

    /** As the engine is told, with the messages that count. */
    public PersonFacts facts(List<SentMessage> sent) {
        return new PersonFacts(zone, lastInbound, consents, questionedUntil, quarantinedSince, own, List.copyOf(sent));
    }

    /**
     * What an act did.
     *
     * @param person from now on
     * @param effect what became of the act
     */
    public record Change(Person person, Consents.Effect effect) {}
}
