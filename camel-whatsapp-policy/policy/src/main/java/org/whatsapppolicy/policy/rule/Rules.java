package org.whatsapppolicy.policy.rule;

import java.util.ArrayList;
import java.util.List;
import org.whatsapppolicy.policy.decision.Reason;

/** All rules, in the order in which they are asked and their findings told. A new rule is a line here. */
final class Rules {

    private Rules() {}

    /**
     * What is judged once.
     *
     * @param intake whether there is any way to hear an opt-out
     */
    static List<Rule> judged(boolean intake) {
        return List.of(
                new RecipientReadable(),
                new PurposeKnown(),
                new SenderKnown(),
                new RecipientListed(),
                new NotOptedOut(),
                new OwnReply(),
                new NotQuarantined(),
                new ConsentGiven(),
                new ConsentRequested(),
                new OutsideConsentGiven(),
                new ServiceWindow(),
                new CategoryClaim(),
                new TemplateUsable(),
                new TemplateFilled(),
                new AttachmentAllowed(),
                new Holdable(),
                new UsMarketing(),
                new StoreTrusted(),
                new CanHear(intake),
                new ZoneKnown(),
                new NotStopped(),
                new InOrder(),
                new NotExpired(),
                new BasisRecorded());
    }

    /** What time alone can satisfy; asked for the earliest instant at which all of them let go. */
    static List<Hold> holds() {
        return List.of(
                new AmbiguousAnswer(),
                new OutsideHolidays(),
                new OutsideQuietHours(),
                new OutsideOwnHours(),
                WithinCaps.OF_PURPOSE,
                WithinCaps.OVERALL,
                WithinCaps.OWN);
    }

    /** Instead of all: the message is taken as it is, unless nobody can ever be messaged by it. */
    static List<Rule> taking() {
        return List.of(new RecipientReadable(), new PurposeKnown(), new SenderKnown(), Postponed.TAKEN);
    }

    /** Instead of all: there was no throughput for the message. */
    static List<Rule> throttling() {
        return List.of(new RecipientReadable(), new PurposeKnown(), new SenderKnown(), Postponed.THROUGHPUT);
    }

    /** Of all, those about consent: what the person agreed to, whatever else would hold a message. */
    static List<Rule> consent() {
        return List.of(
                new RecipientReadable(),
                new PurposeKnown(),
                new NotOptedOut(),
                new NotQuarantined(),
                new ConsentGiven(),
                new OutsideConsentGiven());
    }

    /** Every code that a {@link Reason} can carry, each once. */
    static List<ReasonCode> codes() {
        List<ReasonCode> codes = new ArrayList<>();
        judged(true).forEach(rule -> codes.addAll(rule.codes()));
        holds().forEach(hold -> codes.addAll(hold.codes()));
        taking().forEach(rule -> codes.addAll(rule.codes()));
        throttling().forEach(rule -> codes.addAll(rule.codes()));
        return codes.stream().distinct().toList();
    }
}
