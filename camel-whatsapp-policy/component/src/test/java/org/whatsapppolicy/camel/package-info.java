/** Routes against the simulator, whose ledger is the judge. */
@NullMarked
package org.whatsapppolicy.camel;

import org.jspecify.annotations.NullMarked;
