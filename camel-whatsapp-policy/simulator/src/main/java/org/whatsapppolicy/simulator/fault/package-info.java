/** Everything that goes wrong on the way between a client and the platform, on demand. */
@NullMarked
package org.whatsapppolicy.simulator.fault;

import org.jspecify.annotations.NullMarked;
