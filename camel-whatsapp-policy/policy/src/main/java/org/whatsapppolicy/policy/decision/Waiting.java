package org.whatsapppolicy.policy.decision;

import java.time.Instant;
import java.util.UUID;

/**
 * A message to the person that was taken and has not ended: what a later one of an ordered purpose may have to wait for.
 *
 * @param id our id of the message
 * @param purpose why it goes
 * @param taken when it was taken
 * @param underWay whether it was allowed and its outcome is not known yet; else it is held
 * @param since of a held one from when on it may go, of one under way when it was allowed
 */
public record Waiting(UUID id, String purpose, Instant taken, boolean underWay, Instant since) {}
