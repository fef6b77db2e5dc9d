package org.whatsapppolicy.simulator.quality;

/**
 * How a number or template stands, for show.
 *
 * @param subject the phone number id, or name and language of the template
 * @param rating GREEN, YELLOW, RED or UNKNOWN
 * @param deliveries at their present worth
 * @param complaints at their present worth and weight
 */
public record Standing(String subject, String rating, double deliveries, double complaints) {}
