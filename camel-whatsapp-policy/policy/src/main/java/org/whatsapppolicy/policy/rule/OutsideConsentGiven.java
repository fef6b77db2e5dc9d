package org.whatsapppolicy.policy.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.whatsapppolicy.policy.decision.OutsideConsent;
import org.whatsapppolicy.policy.document.ConsentRule;
import org.whatsapppolicy.policy.document.WhenLimited;

/**
 * Where a purpose asks an outside system for consent, its answer decides alone, and only while it is fresh (S-14). Opt-outs of
 * our own store are another rule and count on top.
 */
final class OutsideConsentGiven implements Rule {

    private static final ReasonCode UNAVAILABLE = new ReasonCode(
            "consent-unavailable", "The outside system could not be asked for consent, or its answer is too old.");
    private static final ReasonCode REFUSED =
            new ReasonCode("consent-outside-refused", "The outside system says that the person does not agree.");

    /** When a deferred message asks again; nobody can know when an outside system comes back. */
    private static final Duration ASK_AGAIN = Duration.ofMinutes(5);

    @Override
    public List<ReasonCode> codes() {
        return List.of(UNAVAILABLE, REFUSED);
    }

    @Override
    public void judge(Case c) {
        ConsentRule rule = c.purpose().consent();
        if (rule.from() == null) {
            return;
        }
        OutsideConsent outside = c.request.outside();
        if (outside == null) {
            unavailable(c, "it was not asked");
            return;
        }
        Instant asOf = outside.asOf();
        if (outside.answer() == OutsideConsent.Answer.UNAVAILABLE || asOf == null) {
            unavailable(c, outside.source() + " did not answer");
            return;
        }
        if (ConsentGiven.ahead(c, asOf)) {
            unavailable(c, outside.source() + " answered as of " + asOf + ", which is ahead of now");
            return;
        }
        Instant stale = rule.maxAge() == null ? null : asOf.plus(rule.maxAge());
        if (stale != null && !c.now.isBefore(stale)) {
            unavailable(
                    c, outside.source() + " answered as of " + asOf + ", at most " + rule.maxAge() + " old is good");
            return;
        }
        switch (outside.answer()) {
            case REFUSED -> c.deny(REFUSED, outside.source() + " as of " + asOf);
            case GRANTED -> {
                if (ConsentGiven.needsEvidence(c) && outside.reference() == null) {
                    c.deny(ConsentGiven.NO_EVIDENCE, outside.source() + " gave no reference");
                } else {
                    c.rests(ConsentGiven.CONSENT, outside.source() + " as of " + asOf, stale);
                }
            }
            default -> c.deny(ConsentGiven.NO_CONSENT, outside.source() + " does not know the person");
        }
    }

    private static void unavailable(Case c, String detail) {
        if (c.purpose().consent().whenUnavailable() == WhenLimited.DEFER) {
            c.defer(UNAVAILABLE, detail, c.now.plus(ASK_AGAIN));
        } else {
            c.deny(UNAVAILABLE, detail);
        }
    }
}
