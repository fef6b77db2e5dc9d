package org.whatsapppolicy.policy.decision;

import java.time.Instant;
import org.whatsapppolicy.policy.document.Category;

/**
 * A message that counts against caps (M-5, S-26).
 *
 * @param purpose why it was sent
 * @param category what it counted as
 * @param proactive whether it was not an answer inside an open window
 * @param from the instant of its decision
 * @param to the instant of its answer; while none came, the last instant at which it may have been sent and answered. A
 *     rolling window of length w is free of it at exactly {@code to + w}
 */
public record SentMessage(String purpose, Category category, boolean proactive, Instant from, Instant to) {}
