/** Tests of the simulator, over real HTTP. */
@NullMarked
package org.whatsapppolicy.simulator;

import org.jspecify.annotations.NullMarked;
