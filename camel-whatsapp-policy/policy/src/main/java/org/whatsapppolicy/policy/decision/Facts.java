package org.whatsapppolicy.policy.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a decision is judged by, apart from the request, the document and the instant. One record, so that later rules
 * add a fact and not a parameter.
 *
 * @param person the person
 * @param template the template that the request names, or null when it is free-form or not known
 * @param marketingReady whether this store may send marketing: not new or restored without a declaration (S-8)
 * @param stops what operators stopped
 * @param hearing whether the platform is heard (S-20)
 */
public record Facts(
        PersonFacts person, @Nullable Template template, boolean marketingReady, List<Stop> stops, Hearing hearing) {

    /** When nothing is stopped, and nothing is missing. */
    public Facts(PersonFacts person, @Nullable Template template, boolean marketingReady) {
        this(person, template, marketingReady, List.of());
    }

    /** When nothing is missing. */
    public Facts(PersonFacts person, @Nullable Template template, boolean marketingReady, List<Stop> stops) {
        this(person, template, marketingReady, stops, Hearing.NOTHING);
    }
}
