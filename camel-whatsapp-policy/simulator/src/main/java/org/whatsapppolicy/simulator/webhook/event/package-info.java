/** What webhooks tell: the envelope, the events about a number, and the bytes they become. */
@NullMarked
package org.whatsapppolicy.simulator.webhook.event;

import org.jspecify.annotations.NullMarked;
