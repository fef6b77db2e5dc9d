package org.whatsapppolicy.policy.rule;

import java.util.List;

/** Free-form messages go only inside the customer service window (S-24). */
final class ServiceWindow implements Rule {

    private static final ReasonCode CLOSED = new ReasonCode(
            "window-closed",
            "A free-form message goes only within 24 hours of the person's last message; use a template.");
    private static final ReasonCode ANSWER =
            new ReasonCode("answer-in-window", "It answers a message of the person, inside the open service window.");

    @Override
    public List<ReasonCode> codes() {
        return List.of(CLOSED, ANSWER);
    }

    @Override
    public void judge(Case c) {
        if (!c.proactive) {
            c.rests(ANSWER, "the person wrote last at " + c.person.lastInbound(), c.windowEnd);
        } else if (c.request.content().freeForm()) {
            c.deny(
                    CLOSED,
                    c.person.lastInbound() == null
                            ? "the person never wrote"
                            : "the person wrote last at " + c.person.lastInbound());
        }
    }
}
