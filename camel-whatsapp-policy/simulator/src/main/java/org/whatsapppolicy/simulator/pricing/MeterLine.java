package org.whatsapppolicy.simulator.pricing;

/** How many messages of one number were delivered at one kind of price. */
public record MeterLine(String phoneNumberId, String category, String type, boolean billable, long messages) {}
