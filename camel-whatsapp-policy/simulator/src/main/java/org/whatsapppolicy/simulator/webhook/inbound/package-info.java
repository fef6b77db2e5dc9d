/** What people send: one class for each type of inbound message. */
@NullMarked
package org.whatsapppolicy.simulator.webhook.inbound;

import org.jspecify.annotations.NullMarked;
