package org.whatsapppolicy.store.jdbc;

/** What somebody in this process wants to know when it was committed. */
enum Note {
    /** Events were written. */
    EVENTS,
    /** Held messages may be due sooner than before. */
    DUE
}
