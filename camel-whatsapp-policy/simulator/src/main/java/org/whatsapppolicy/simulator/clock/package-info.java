/** The time the simulator lives by: the machine's, or one that tests move. */
@NullMarked
package org.whatsapppolicy.simulator.clock;

import org.jspecify.annotations.NullMarked;
