/**
 * The life of one message: its states, its attempts and what an outcome does to them. Front door:
 * {@link org.whatsapppolicy.policy.ledger.MessageState}.
 */
@NullMarked
package org.whatsapppolicy.policy.ledger;

import org.jspecify.annotations.NullMarked;
