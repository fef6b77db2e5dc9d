package org.whatsapppolicy.store.jdbc;

/** What became of a transaction. */
enum Fate {
    COMMITTED,
    NOT_COMMITTED,
    /** The database was asked and cannot tell: it is not over, or nothing remembers it. */
    OPEN,
    /** Nobody could be asked: the database is away. */
    UNHEARD
}
