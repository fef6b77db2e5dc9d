/**
 * The test kit that every store passes. Front door: {@link org.whatsapppolicy.store.kit.StoreKit}; a real PostgreSQL for
 * tests of other modules: {@link org.whatsapppolicy.store.kit.TestPostgres}.
 */
@NullMarked
package org.whatsapppolicy.store.kit;

import org.jspecify.annotations.NullMarked;
