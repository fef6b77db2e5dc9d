package org.whatsapppolicy.policy.consent;

/**
 * A recorded withdrawal.
 *
 * @param scope what it stops
 * @param evidence where it is known from
 */
public record OptOut(Scope scope, Evidence evidence) {}
