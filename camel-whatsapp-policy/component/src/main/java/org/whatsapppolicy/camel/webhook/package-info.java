/**
 * What the platform posts: proves that it is the platform, takes it in, and hands it to a route. Front door:
 * {@link org.whatsapppolicy.camel.webhook.Receiver}.
 */
@NullMarked
package org.whatsapppolicy.camel.webhook;

import org.jspecify.annotations.NullMarked;
