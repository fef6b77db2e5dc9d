package org.whatsapppolicy.benchmarks.chaos.wire;

/**
 * When bytes were seen.
 *
 * @param order by which any two moments of one wire compare: what was written to a socket first has the lower one
 * @param nanos the monotonic clock
 */
public record Moment(long order, long nanos) {}
