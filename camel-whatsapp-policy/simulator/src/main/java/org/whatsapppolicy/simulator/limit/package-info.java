/** Limits on how much may be sent, each a small class of its own. */
@NullMarked
package org.whatsapppolicy.simulator.limit;

import org.jspecify.annotations.NullMarked;
