package org.whatsapppolicy.policy.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.QuietHours;

/** The hours in which a person said they want to be left alone (S-15). Authentication is what they ask for themselves. */
final class OutsideOwnHours implements Hold {

    private static final ReasonCode OWN_HOURS =
            new ReasonCode("own-quiet-hours", "The person wants no messages at this hour.");

    private final QuietSpans spans = new QuietSpans();

    @Override
    public List<ReasonCode> codes() {
        return List.of(OWN_HOURS);
    }

    @Override
    public @Nullable Instant free(Case c, Instant t) {
        QuietHours hours = c.person.own().quietHours();
        if (hours.texts().isEmpty() || c.category == Category.AUTHENTICATION) {
            return t;
        }
        QuietSpans.Span span = spans.at(hours, c.zones(), t);
        if (span.quiet()) {
            return span.end();
        }
        if (span.end() != null && t.equals(c.now)) {
            c.validUntil(span.end());
        }
        return t;
    }

    @Override
    public void tell(Case c, Instant t, @Nullable Instant free) {
        String where = Texts.some(c.person.own().quietHours().texts()) + " in " + Texts.some(c.zones());
        if (free == null) {
            c.deny(OWN_HOURS, where + "; no time within days is outside them in every zone the person can be in");
        } else {
            c.limited(OWN_HOURS, where, t, free);
        }
    }
}
