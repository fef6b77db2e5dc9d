/**
 * What happened here, to a route that subscribed (S-41). Front door: {@link org.whatsapppolicy.camel.events.FeedReader}.
 */
@NullMarked
package org.whatsapppolicy.camel.events;

import org.jspecify.annotations.NullMarked;
