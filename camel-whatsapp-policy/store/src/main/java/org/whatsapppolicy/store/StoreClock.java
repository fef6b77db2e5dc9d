package org.whatsapppolicy.store;

import java.time.Instant;

/** Which time a store lives in (M-6). All nodes on one database share it. */
public sealed interface StoreClock {

    /** The database's own clock; SQLite has none, there it is the process's. */
    record Real() implements StoreClock {}

    /**
     * A virtual clock in a row of the database, for demos: starts at {@code start} when the store is first opened with it
     * and runs on with real time.
     */
    record Running(Instant start) implements StoreClock {}

    /** A virtual clock in a row of the database, for tests: stands still until {@link PolicyStore#moveClock} moves it. */
    record Frozen(Instant start) implements StoreClock {}
}
