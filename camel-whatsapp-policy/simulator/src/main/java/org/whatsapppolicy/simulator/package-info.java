/**
 * A WhatsApp Cloud API on a loopback port, for tests and demos.
 *
 * <p>The front door is {@code Simulator}. It knows nothing of the policy and nothing of Camel, so that what it saw can
 * judge what others claim to have sent.
 */
@NullMarked
package org.whatsapppolicy.simulator;

import org.jspecify.annotations.NullMarked;
