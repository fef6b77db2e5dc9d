/** The reference model of a store. Front door: {@link org.whatsapppolicy.store.memory.MemoryStore}. */
@NullMarked
package org.whatsapppolicy.store.memory;

import org.jspecify.annotations.NullMarked;
