package org.whatsapppolicy.camel.events;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.store.FeedEvent.Kind;

/**
 * Who wants to hear of what.
 *
 * @param subscriber the name of the cursor
 * @param kinds what it wants
 */
public record Subscription(String subscriber, Set<Kind> kinds) {

    public Subscription {
        kinds = Set.copyOf(kinds);
    }

    /**
     * As the options say.
     *
     * @throws IllegalArgumentException saying what is wrong with them
     */
    public static Subscription of(@Nullable String subscriber, @Nullable String types) {
        if (subscriber == null || subscriber.isBlank()) {
            throw new IllegalArgumentException(
                    "subscriber: found none, expected a name that stays the same, such as crm:"
                            + " the place up to which it has the events is kept under it");
        }
        if (types == null || types.isBlank()) {
            return new Subscription(subscriber, Kind.ALL);
        }
        return new Subscription(
                subscriber,
                Arrays.stream(types.split(",", -1))
                        .map(String::trim)
                        .map(Kind::of)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
