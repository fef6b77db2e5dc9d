package org.whatsapppolicy.policy.document;

/** A text that a grammar refuses; carries what was expected, and how to write it. */
final class Malformed extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String expected;

    Malformed(String found, String expected) {
        super("found " + Quote.code(found) + ", expected " + expected);
        this.expected = expected;
    }

    String expected() {
        return expected;
    }
}
