/** People a number has blocked: they cannot write to it, and sends to them fail with 130403. */
@NullMarked
package org.whatsapppolicy.simulator.block;

import org.jspecify.annotations.NullMarked;
