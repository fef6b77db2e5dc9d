package org.whatsapppolicy.store.jdbc;

/** What became of a transaction. */
enum Fate {
    COMMITTED,
    NOT_COMMITTED,
    /** Nobody can tell: it is not over, the database is away, or has no memory of it. */
    OPEN
}
