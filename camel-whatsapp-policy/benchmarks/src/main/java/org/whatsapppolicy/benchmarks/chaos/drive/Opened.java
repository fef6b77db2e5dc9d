package org.whatsapppolicy.benchmarks.chaos.drive;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened so far, to be closed in the reverse order, all of it, whatever becomes of one. */
final class Opened implements AutoCloseable {

    private final Deque<AutoCloseable> all = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T one) {
        all.push(one);
        return one;
    }

    @Override
    public void close() throws IOException {
        IOException failed = null;
        for (AutoCloseable one = all.poll(); one != null; one = all.poll()) {
            try {
                one.close();
            } catch (Exception e) {
                failed = failed == null ? new IOException("found something that does not close", e) : failed;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
