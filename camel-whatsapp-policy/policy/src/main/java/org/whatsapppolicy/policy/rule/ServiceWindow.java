package org.whatsapppolicy.policy.rule;

import java.util.List;
import java.util.Objects;
import org.whatsapppolicy.policy.decision.Decision;

/** Free-form messages go only inside the customer service window (S-24). */
final class ServiceWindow implements Rule {

    private static final ReasonCode CLOSED = new ReasonCode(
            "window-closed",
            "A free-form message goes only within 24 hours of the person's last message; use a template.");
    private static final ReasonCode ANSWER =
            new ReasonCode("answer-in-window", "It answers a message of the person, inside the open service window.");

    private static final ReasonCode FALLBACK = new ReasonCode(
            Decision.FALLBACK,
            "The purpose's fallback template goes instead of a free-form message, which cannot go now.");

    @Override
    public List<ReasonCode> codes() {
        return List.of(CLOSED, ANSWER, FALLBACK);
    }

    @Override
    public void judge(Case c) {
        if (c.fallsBack) {
            c.rests(FALLBACK, Objects.requireNonNull(c.content.template()).name() + "; " + last(c), null);
        } else if (!c.proactive) {
            c.rests(ANSWER, "the person wrote last at " + c.person.lastInbound(), c.windowEnd);
        } else if (c.content.freeForm()) {
            c.deny(CLOSED, last(c));
        }
    }

    private static String last(Case c) {
        return c.person.lastInbound() == null
                ? "the person never wrote"
                : "the person wrote last at " + c.person.lastInbound();
    }
}
