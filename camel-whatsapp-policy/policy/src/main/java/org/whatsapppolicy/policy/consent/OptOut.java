package org.whatsapppolicy.policy.consent;

/**
 * A recorded withdrawal. Whether it is in force for a purpose, {@link Consents#inForce} says.
 *
 * @param scope what it stops
 * @param evidence where it is known from
 */
public record OptOut(Scope scope, Evidence evidence) {}
