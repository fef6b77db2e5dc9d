package org.whatsapppolicy.policy.address;

/**
 * A text that names nobody.
 *
 * @param masked what was found, without enough digits to be anyone's number
 * @param problem what is wrong with it and what was expected, fit for an operator
 */
public record UnreadableRecipient(String masked, String problem) implements Recipient {}
