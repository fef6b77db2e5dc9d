/**
 * How something is brought to a route: durably to one that may fail, how often and how long between
 * ({@link org.whatsapppolicy.camel.handover.Attempts}), and to an endpoint that is only named
 * ({@link org.whatsapppolicy.camel.handover.Outlets}).
 */
@NullMarked
package org.whatsapppolicy.camel.handover;

import org.jspecify.annotations.NullMarked;
