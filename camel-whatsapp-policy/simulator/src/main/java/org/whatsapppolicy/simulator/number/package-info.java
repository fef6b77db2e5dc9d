/** Business phone numbers, and the addresses of the people they write to. */
@NullMarked
package org.whatsapppolicy.simulator.number;

import org.jspecify.annotations.NullMarked;
