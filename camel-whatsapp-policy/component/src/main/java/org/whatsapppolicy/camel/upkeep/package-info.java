/**
 * What a node does again and again beside sending, and the largest of it: what is past its retention is taken away, a little at a
 * time. Front doors: {@link org.whatsapppolicy.camel.upkeep.Chores} and {@link org.whatsapppolicy.camel.upkeep.LedgerUpkeep}.
 */
@NullMarked
package org.whatsapppolicy.camel.upkeep;

import org.jspecify.annotations.NullMarked;
