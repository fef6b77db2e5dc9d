/** What becomes of a message after it was accepted, by the simulator's clock, and who hears of it. */
@NullMarked
package org.whatsapppolicy.simulator.journey;

import org.jspecify.annotations.NullMarked;
