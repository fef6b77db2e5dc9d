/**
 * What the platform tells by webhook, as values: messages of people, statuses of ours, choices in the app's menu, and the rest.
 * Front door: {@link org.whatsapppolicy.policy.inbound.WebhookReader}.
 */
@NullMarked
package org.whatsapppolicy.policy.inbound;

import org.jspecify.annotations.NullMarked;
