/** Accounts (WABAs): their fields and settings, subscriptions of apps, signups, and the health of what sends. */
@NullMarked
package org.whatsapppolicy.simulator.account;

import org.jspecify.annotations.NullMarked;
