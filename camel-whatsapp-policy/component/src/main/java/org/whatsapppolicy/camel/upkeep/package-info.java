/**
 * Takes away what is past its retention, a little at a time. Front door: {@link org.whatsapppolicy.camel.upkeep.LedgerUpkeep}.
 */
@NullMarked
package org.whatsapppolicy.camel.upkeep;

import org.jspecify.annotations.NullMarked;
