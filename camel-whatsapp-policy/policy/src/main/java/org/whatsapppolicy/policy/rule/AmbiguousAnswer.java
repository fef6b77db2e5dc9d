package org.whatsapppolicy.policy.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.ConsentAct;

/** After an answer that may have been an opt-out, nothing proactive goes until it is clear, or for a while (S-18). */
final class AmbiguousAnswer implements Hold {

    private static final ReasonCode AMBIGUOUS = new ReasonCode(
            "answer-ambiguous", "The person's last answer may have been an opt-out and waits for clarification.");

    @Override
    public List<ReasonCode> codes() {
        return List.of(AMBIGUOUS);
    }

    @Override
    public Instant free(Case c, Instant t) {
        Instant byDefault = c.person.questionedUntil();
        if (byDefault == null || NotOptedOut.goesOn(c)) {
            return t;
        }
        Instant until =
                ConsentAct.Questioned.asked(byDefault).plus(c.document.optOut().holdFor());
        return t.isBefore(until) ? until : t;
    }

    @Override
    public void tell(Case c, Instant t, @Nullable Instant free) {
        if (free != null) {
            c.defer(AMBIGUOUS, "until " + free + " at the latest", free);
        }
    }
}
