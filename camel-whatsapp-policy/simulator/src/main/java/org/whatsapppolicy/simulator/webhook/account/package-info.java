/** Events about accounts, numbers as such, and templates: one class for each subscribed field. */
@NullMarked
package org.whatsapppolicy.simulator.webhook.account;

import org.jspecify.annotations.NullMarked;
