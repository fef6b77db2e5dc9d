package org.whatsapppolicy.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings SQLite's log into its file beside the writer. Left alone, SQLite does it at the end of a commit, and whoever
 * waits for that commit waits for some thousand pages; what the writer finds left to do then is little.
 */
final class Checkpoints implements AutoCloseable {

    /** About half as many pages as the writer lets come together, at batches of two dozen messages. */
    static final int WRITES_BETWEEN = 32;

    private static final int CLOSE_SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    /** Where their connection comes from. */
    interface Source {
        Connection open() throws SQLException;
    }

    private final Source source;
    private final ExecutorService thread;
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicBoolean underWay = new AtomicBoolean();

    Checkpoints(Source source) {
        this(source, thread());
    }

    /** @param thread does it; is shut down with this */
    Checkpoints(Source source, ExecutorService thread) {
        this.source = source;
        this.thread = thread;
    }

    /** It ends when nothing is written, and is a daemon: nothing is lost with it. */
    private static ExecutorService thread() {
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1), work -> {
                    Thread thread = new Thread(work, "whatsapp-policy-checkpoint");
                    thread.setDaemon(true);
                    return thread;
                });
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    /** The writer is done with a transaction. Never throws: who wrote would take what is committed for failed. */
    void written() {
        if (writes.incrementAndGet() >= WRITES_BETWEEN && underWay.compareAndSet(false, true)) {
            writes.set(0);
            start();
        }
    }

    private void start() {
        try {
            thread.execute(this::run);
        } catch (RejectedExecutionException | Error e) {
            // The store is closing, or no thread can be started just now.
            underWay.set(false);
            LOG.debug("The log is brought into the file later, by its last connection at the latest", e);
        }
    }

    private void run() {
        try (Connection connection = source.open();
                Statement statement = connection.createStatement()) {
            statement.execute("pragma wal_checkpoint(passive)");
        } catch (SQLException e) {
            LOG.debug("The log stays for the writer to bring into the file", e);
        } finally {
            underWay.set(false);
        }
    }

    /** Waits for what is under way, bounded. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.debug("The log is still being brought into the file");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
