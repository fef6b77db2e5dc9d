package org.whatsapppolicy.camel.transport;

/** What came of a request. */
public sealed interface Answer {

    /**
     * An HTTP response.
     *
     * @param status its status code
     * @param body its body, empty when there was none
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, compared never
    record Answered(int status, byte[] body) implements Answer {
        @Override
        public String toString() {
            return "Answered[" + status + "]";
        }
    }

    /** The claim ran out before the first byte: nothing was written (M-2). */
    record NotBegun() implements Answer {}

    /**
     * The platform was not reached: nothing was written.
     *
     * @param problem name of the problem, without addresses
     */
    record Unreached(String problem) implements Answer {}

    /**
     * The request may have been written, and no answer came.
     *
     * @param problem name of the problem, without addresses
     */
    record Lost(String problem) implements Answer {}
}
