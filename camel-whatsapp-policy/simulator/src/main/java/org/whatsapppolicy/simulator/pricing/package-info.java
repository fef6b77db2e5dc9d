/** What a message costs, in the platform's words, and how many of each were delivered. */
@NullMarked
package org.whatsapppolicy.simulator.pricing;

import org.jspecify.annotations.NullMarked;
