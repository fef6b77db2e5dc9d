/** Messages as clients ask for them: parsing, validation by type, and acceptance. */
@NullMarked
package org.whatsapppolicy.simulator.message;

import org.jspecify.annotations.NullMarked;
