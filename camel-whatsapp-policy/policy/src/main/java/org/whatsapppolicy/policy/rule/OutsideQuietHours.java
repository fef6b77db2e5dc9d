package org.whatsapppolicy.policy.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nobody is messaged unasked in their quiet hours, in no zone they can be in (S-27). */
final class OutsideQuietHours implements Hold {

    static final ReasonCode NO_COMMON_HOUR = new ReasonCode(
            "no-common-hour", "No time within days is outside quiet hours in every zone the person can be in.");

    private static final ReasonCode QUIET =
            new ReasonCode("quiet-hours", "It is quiet in a zone in which the person can be.");

    private final QuietSpans spans = new QuietSpans();

    @Override
    public List<ReasonCode> codes() {
        return List.of(QUIET, NO_COMMON_HOUR);
    }

    @Override
    public @Nullable Instant free(Case c, Instant t) {
        if (c.purpose().quietHours().texts().isEmpty() || c.zones().isEmpty()) {
            return t;
        }
        QuietSpans.Span span = spans.at(c.purpose().quietHours(), c.zones(), t);
        if (span.quiet()) {
            return span.end();
        }
        if (span.end() != null && t.equals(c.now)) {
            c.validUntil(span.end());
        }
        return t;
    }

    @Override
    public boolean together() {
        return true;
    }

    @Override
    public void tell(Case c, Instant t, @Nullable Instant free) {
        String where = Texts.some(c.purpose().quietHours().texts()) + " in " + Texts.some(c.zones());
        if (free == null) {
            c.deny(NO_COMMON_HOUR, where);
        } else {
            c.limited(QUIET, where, t, free);
        }
    }
}
