/** Messages as the person sees them on the phone: variables filled in, buttons with what they send back, ticks. */
@NullMarked
package org.whatsapppolicy.simulator.shown;

import org.jspecify.annotations.NullMarked;
