package org.whatsapppolicy.policy.ledger;

import java.util.UUID;

/**
 * The outcome of one attempt, told by the owner of that attempt.
 *
 * @param messageId the message
 * @param attempt the attempt it answers; a settlement of an older attempt has no effect
 * @param outcome what happened
 */
public record Settlement(UUID messageId, int attempt, Outcome outcome) {}
