/** The app: who asks, what tokens are worth, and where the app wants its webhooks. */
@NullMarked
package org.whatsapppolicy.simulator.app;

import org.jspecify.annotations.NullMarked;
