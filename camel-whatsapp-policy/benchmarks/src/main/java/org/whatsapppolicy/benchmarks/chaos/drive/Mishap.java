package org.whatsapppolicy.benchmarks.chaos.drive;

/**
 * Something that went wrong on purpose.
 *
 * @param what which kind
 * @param whose which node, or an empty text
 * @param from when it began, on the monotonic clock
 * @param to when it was over
 */
public record Mishap(String what, String whose, long from, long to) {

    /** The machine itself stood still: nobody's purpose. */
    public static final String STALL = "stall of the machine";

    /** A node ended, and nobody had ended it. */
    public static final String DEATH = "died by itself";

    /** What was to go wrong did not come about. */
    public static final String FAILED = "mishap that did not come about";

    /** Whether it lasted at some moment of the span. */
    public boolean touches(long begin, long end) {
        return from <= end && to >= begin;
    }
}
