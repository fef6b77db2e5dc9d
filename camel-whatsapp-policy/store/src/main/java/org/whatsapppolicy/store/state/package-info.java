/**
 * What every store holds, as values, and what a decision or an outcome does to it. Pure: a store loads these values, calls
 * them and saves what comes back, so that stores can differ in how they keep state and not in what it means. Front door:
 * {@link org.whatsapppolicy.store.state.Fold}.
 */
@NullMarked
package org.whatsapppolicy.store.state;

import org.jspecify.annotations.NullMarked;
