/** The simulator's own paths, off the Graph ones: scripting over HTTP, and what the page at {@code /} is made of. */
@NullMarked
package org.whatsapppolicy.simulator.control;

import org.jspecify.annotations.NullMarked;
