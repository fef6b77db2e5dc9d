/**
 * What is sent: typed messages, Cloud API JSON as maps, and the platform's limits of length and count, checked before the
 * wire. Front door: {@link org.whatsapppolicy.policy.message.MessageContent}.
 */
@NullMarked
package org.whatsapppolicy.policy.message;

import org.jspecify.annotations.NullMarked;
