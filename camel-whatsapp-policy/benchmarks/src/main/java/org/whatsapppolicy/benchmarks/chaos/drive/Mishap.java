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

    /** Whether it lasted at some moment of the span. */
    public boolean touches(long begin, long end) {
        return from <= end && to >= begin;
    }
}
