package org.whatsapppolicy.benchmarks.chaos.judge;

/**
 * A promise that was not kept.
 *
 * @param promise its number in the design
 * @param what happened, with the ids one needs to look it up
 */
public record Violation(int promise, String what) {}
