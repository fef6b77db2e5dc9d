package org.whatsapppolicy.policy.inbound;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.document.PolicyDocument;

/**
 * The payload of a button that is an opt-out says from what (S-16): {@code opt-out} or {@code opt-out:all},
 * {@code opt-out:marketing}, {@code opt-out:purpose:newsletter}. Spelled as in the policy document. One that begins so and names
 * what the document does not know declares nothing that could be stopped: it ends everything, and the mistake is told.
 *
 * @param scope what it ends
 * @param unknown the purpose it names that the document does not know, an empty text when it cannot be read, else null
 */
record DeclaredScope(Scope scope, @Nullable String unknown) {

    private static final String OPT_OUT = "opt-out";
    private static final Pattern PAYLOAD =
            Pattern.compile("opt-out(?::(?:(all|marketing)|purpose:([A-Za-z][A-Za-z0-9._-]{0,63})))?");

    /** Null when the payload is no opt-out. */
    static @Nullable DeclaredScope of(@Nullable String payload, PolicyDocument document) {
        if (payload == null || !begins(payload)) {
            return null;
        }
        Matcher matcher = PAYLOAD.matcher(payload);
        if (!matcher.matches()) {
            return new DeclaredScope(Scope.ALL, "");
        }
        String purpose = matcher.group(2);
        if (purpose != null) {
            return document.purposes().containsKey(purpose)
                    ? new DeclaredScope(Scope.purpose(purpose), null)
                    : new DeclaredScope(Scope.ALL, purpose);
        }
        String scope = matcher.group(1);
        return new DeclaredScope(scope == null ? Scope.ALL : new Scope(scope), null);
    }

    private static boolean begins(String payload) {
        String lower = payload.strip().toLowerCase(Locale.ROOT);
        return lower.equals(OPT_OUT) || lower.startsWith(OPT_OUT + ":");
    }
}
