package org.whatsapppolicy.camel.webhook;

import org.whatsapppolicy.policy.inbound.InboundEvent;
import org.whatsapppolicy.policy.optout.Recognition;

/**
 * An event and what the person's words were taken for: asked once, for the store and for the route.
 *
 * @param event what came
 * @param words intent NONE where there are no words
 */
public record Recognised(InboundEvent event, Recognition words) {}
