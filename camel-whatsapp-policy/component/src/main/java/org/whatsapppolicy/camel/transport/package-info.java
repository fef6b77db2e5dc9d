/**
 * How a request reaches the platform, and what can be known of its fate (M-3, M-4). Front door:
 * {@link org.whatsapppolicy.camel.transport.Transport}.
 */
@NullMarked
package org.whatsapppolicy.camel.transport;

import org.jspecify.annotations.NullMarked;
