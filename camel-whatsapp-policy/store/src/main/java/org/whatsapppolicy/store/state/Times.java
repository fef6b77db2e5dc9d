package org.whatsapppolicy.store.state;

import java.time.Duration;

/**
 * The two bounds of a request's life.
 *
 * @param sendLease how long an ALLOW stands at most before its request must have begun (M-2)
 * @param answerTimeout how long after that its answer may take (M-5)
 */
public record Times(Duration sendLease, Duration answerTimeout) {}
