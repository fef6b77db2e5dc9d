package org.whatsapppolicy.simulator.error;

/** Ends the handling of a request with an error answer. Carries no stack trace: it is an answer, not an accident. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient GraphError error;

    /** A refusal answered with {@code error}. */
    public Refused(GraphError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    /** What to answer. */
    public GraphError error() {
        return error;
    }
}
