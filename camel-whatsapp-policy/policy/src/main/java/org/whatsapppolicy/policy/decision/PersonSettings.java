package org.whatsapppolicy.policy.decision;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.QuietHours;

/**
 * What a person set for themselves (S-15). It comes on top of the policy and never takes anything out of it.
 *
 * @param quietHours when they want no proactive messages, in their zone; {@link QuietHours#NONE} when they said nothing
 * @param caps how often at most they want proactive messages, over all purposes; empty when they said nothing
 * @param language BCP 47 tag of the language they want to be written to in, or null; told to routes, no rule uses it
 */
public record PersonSettings(
        QuietHours quietHours, List<Cap> caps, @Nullable String language) {

    /** Of somebody who set nothing. */
    public static final PersonSettings NONE = new PersonSettings(QuietHours.NONE, List.of(), null);

    public PersonSettings {
        caps = List.copyOf(caps);
        if (quietHours.holidays()) {
            throw new IllegalArgumentException("quiet hours of a person: found holidays, expected hours and weekdays");
        }
    }

    /** How far back it has to be known what was sent to them. */
    public Duration reach() {
        return caps.stream().map(Cap::reach).max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
