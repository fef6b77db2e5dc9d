package org.whatsapppolicy.policy.rule;

import java.util.List;

/** The message must leave by a number that the document declares. */
final class SenderKnown implements Rule {

    private static final ReasonCode UNKNOWN =
            new ReasonCode("unknown-sender", "The policy document declares no sender of that name.");

    @Override
    public List<ReasonCode> codes() {
        return List.of(UNKNOWN);
    }

    @Override
    public void judge(Case c) {
        if (c.sender == null) {
            String asked = c.request.sender();
            c.deny(
                    UNKNOWN,
                    "'" + (asked == null ? c.purpose().sender() : asked) + "' is none of "
                            + Texts.some(c.document.senders().keySet()));
        }
    }
}
