package org.whatsapppolicy.policy.document;

import java.util.regex.Pattern;

/** Names of senders and purposes. They stand in URIs, headers and columns, so they are kept plain. */
final class Names {

    static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");

    static final String EXPECTED =
            "a name of at most 64 letters, digits, dots, hyphens and underscores that starts with a letter";

    private Names() {}
}
