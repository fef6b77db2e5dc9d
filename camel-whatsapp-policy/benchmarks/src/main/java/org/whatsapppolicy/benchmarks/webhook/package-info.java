/** Deliveries of the platform, posted to our webhook and to the stock component's. */
@NullMarked
package org.whatsapppolicy.benchmarks.webhook;

import org.jspecify.annotations.NullMarked;
