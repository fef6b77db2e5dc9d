package org.whatsapppolicy.quickstart;

/** The demo does not start, and says why. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
