/** How many inbound texts a second one core can tell the meaning of. */
@NullMarked
package org.whatsapppolicy.benchmarks.recogniser;

import org.jspecify.annotations.NullMarked;
