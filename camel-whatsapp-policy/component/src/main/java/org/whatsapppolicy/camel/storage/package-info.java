/**
 * Which store this component uses (S-8). Front door:
 * {@link org.whatsapppolicy.camel.storage.StoreChoice}.
 */
@NullMarked
package org.whatsapppolicy.camel.storage;

import org.jspecify.annotations.NullMarked;
