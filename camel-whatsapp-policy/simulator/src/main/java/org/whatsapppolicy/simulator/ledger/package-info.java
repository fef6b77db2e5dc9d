/** What was asked, what was answered and what was delivered: the judge in tests. */
@NullMarked
package org.whatsapppolicy.simulator.ledger;

import org.jspecify.annotations.NullMarked;
