package org.whatsapppolicy.policy.inbound;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.Scope;

/**
 * The payload of a button that is an opt-out says from what (S-16): {@code opt-out} or {@code opt-out:all},
 * {@code opt-out:marketing}, {@code opt-out:purpose:newsletter}. Spelled as in the policy document.
 */
final class DeclaredScope {

    private static final Pattern PAYLOAD =
            Pattern.compile("opt-out(?::(all|marketing|purpose:[A-Za-z][A-Za-z0-9._-]{0,63}))?");

    private DeclaredScope() {}

    static @Nullable Scope of(@Nullable String payload) {
        Matcher matcher = payload == null ? null : PAYLOAD.matcher(payload);
        if (matcher == null || !matcher.matches()) {
            return null;
        }
        String scope = matcher.group(1);
        return scope == null ? Scope.ALL : new Scope(scope);
    }
}
