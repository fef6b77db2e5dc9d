/**
 * The store on SQLite and PostgreSQL: one SQL text for both, what differs stands behind a {@code Dialect}. Front door:
 * {@link org.whatsapppolicy.store.jdbc.PolicyStores}.
 */
@NullMarked
package org.whatsapppolicy.store.jdbc;

import org.jspecify.annotations.NullMarked;
