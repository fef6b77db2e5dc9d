package org.whatsapppolicy.policy.inbound;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The payload of a button with which a person agrees to a purpose: {@code opt-in:purpose:newsletter}. */
final class DeclaredOptIn {

    private static final Pattern PAYLOAD = Pattern.compile("opt-in:purpose:([A-Za-z][A-Za-z0-9._-]{0,63})");

    private DeclaredOptIn() {}

    /** Name of the purpose, or null when the payload is no such thing. */
    static @Nullable String of(@Nullable String payload) {
        Matcher matcher = payload == null ? null : PAYLOAD.matcher(payload);
        return matcher == null || !matcher.matches() ? null : matcher.group(1);
    }
}
