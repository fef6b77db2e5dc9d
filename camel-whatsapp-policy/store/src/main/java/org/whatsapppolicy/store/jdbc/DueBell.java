package org.whatsapppolicy.store.jdbc;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.store.DueWatch;
import org.whatsapppolicy.store.Feed;

/**
 * Rings when messages become due: for what this process writes, and where the database tells, for what others write.
 *
 * @param here what this process notes
 * @param there what others write, or null when nobody is told of it
 */
record DueBell(Feed.Ears here, @Nullable PostgresHearing there) implements DueWatch {

    @Override
    public boolean everywhere() {
        return there != null && there.hears();
    }

    @Override
    public void close() {
        here.close();
        if (there != null) {
            there.close();
        }
    }
}
