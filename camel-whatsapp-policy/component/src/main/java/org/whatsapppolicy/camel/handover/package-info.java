/**
 * How something durable is brought to a route that may fail: how often, and how long between. Front door:
 * {@link org.whatsapppolicy.camel.handover.Attempts}.
 */
@NullMarked
package org.whatsapppolicy.camel.handover;

import org.jspecify.annotations.NullMarked;
