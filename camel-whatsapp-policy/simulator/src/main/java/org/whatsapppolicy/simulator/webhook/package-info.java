/** Signed webhooks: statuses and inbound events, delivered late and again until they are taken. */
@NullMarked
package org.whatsapppolicy.simulator.webhook;

import org.jspecify.annotations.NullMarked;
