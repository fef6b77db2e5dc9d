/**
 * Where state lives: people and their addresses, consent, messages, senders. The only thing that must be atomic. Front door:
 * {@link org.whatsapppolicy.store.PolicyStore}.
 */
@NullMarked
package org.whatsapppolicy.store;

import org.jspecify.annotations.NullMarked;
