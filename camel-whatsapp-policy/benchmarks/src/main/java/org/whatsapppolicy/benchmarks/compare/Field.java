package org.whatsapppolicy.benchmarks.compare;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.benchmarks.database.Postgres;

/** All contestants of a run, started; closed in reverse order. */
final class Field implements Closeable {

    private final List<Contestant> contestants = new ArrayList<>();
    private @Nullable Postgres server;

    /** Starts those that the options want, telling each as it comes. */
    static Field start(Options options, Setting setting) throws Exception {
        Field field = new Field();
        try {
            field.startAll(options, setting);
            return field;
        } catch (Exception e) {
            field.close();
            throw e;
        }
    }

    private void startAll(Options options, Setting setting) throws Exception {
        add(options, "nothing", () -> Nothing.start(setting));
        add(options, "jdk", () -> new JdkContestant(setting.platform()));
        add(options, "stock", () -> Stock.start(setting));
        add(options, "hand-sqlite", () -> HandWritten.onSqlite(setting));
        add(options, "send-sqlite", () -> PolicySend.onSqlite(setting, "send-sqlite", "http"));
        add(options, "send-sqlite-vertx", () -> PolicySend.onSqlite(setting, "send-sqlite-vertx", "vertx-http"));
        if (options.postgres()) {
            add(options, "hand-postgres", () -> HandWritten.onPostgres(setting, postgres()));
            add(options, "send-postgres", () -> PolicySend.onPostgres(setting, "send-postgres", "http", postgres()));
            add(
                    options,
                    "send-postgres-vertx",
                    () -> PolicySend.onPostgres(setting, "send-postgres-vertx", "vertx-http", postgres()));
        }
    }

    private void add(Options options, String name, Start start) throws Exception {
        if (options.wants(name)) {
            System.out.println("starting " + name);
            contestants.add(start.get());
        }
    }

    private Postgres postgres() throws Exception {
        Postgres running = server;
        if (running == null) {
            running = Postgres.start();
            server = running;
        }
        return running;
    }

    List<Contestant> contestants() {
        return contestants;
    }

    @Override
    public void close() throws IOException {
        for (int i = contestants.size() - 1; i >= 0; i--) {
            contestants.get(i).close();
        }
        Postgres running = server;
        if (running != null) {
            running.close();
        }
    }

    private interface Start {
        Contestant get() throws Exception;
    }
}
