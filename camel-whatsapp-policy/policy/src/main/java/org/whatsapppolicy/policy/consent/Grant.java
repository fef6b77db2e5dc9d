package org.whatsapppolicy.policy.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recorded grant for one purpose.
 *
 * @param purpose the purpose it covers; a purpose that extends another does not share it (S-10)
 * @param evidence where it is known from
 * @param confirmed when the person confirmed it in a second act, or null
 * @param expires when it lapses, or null when only the purpose's {@code validFor} says so; judged when sending (S-11)
 * @param imported whether it came by bulk import
 */
public record Grant(
        String purpose,
        Evidence evidence,
        @Nullable Instant confirmed,
        @Nullable Instant expires,
        boolean imported) {}
