package org.whatsapppolicy.policy.decision;

import org.jspecify.annotations.Nullable;

/**
 * Everything a decision is judged by, apart from the request, the document and the instant. One record, so that later rules
 * add a fact and not a parameter.
 *
 * @param person the person
 * @param template the template that the request names, or null when it is free-form or not known
 * @param marketingReady whether this store may send marketing: not new or restored without a declaration (S-8)
 */
public record Facts(PersonFacts person, @Nullable Template template, boolean marketingReady) {}
