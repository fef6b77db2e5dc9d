package org.whatsapppolicy.simulator.token;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;

/**
 * What is known of a token.
 *
 * @param invalid what a call with it is answered with, null while it is good
 * @param issued when it was made known
 * @param expires null when it does not
 * @param targets the ids it is good for, empty for all
 */
public record TokenFacts(
        @Nullable GraphError invalid,
        Instant issued,
        @Nullable Instant expires,
        Set<Scope> scopes,
        Set<String> targets) {}
