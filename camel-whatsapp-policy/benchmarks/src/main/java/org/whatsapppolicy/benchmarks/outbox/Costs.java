package org.whatsapppolicy.benchmarks.outbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Where the processor time of a run goes: threads of this process by their names, and the PostgreSQL server's processes. Reads Linux's
 * {@code /proc}; elsewhere it knows nothing. What a thread spent that has ended is not in it.
 */
final class Costs {

    private static final String SERVER = "postgres";
    private final Map<String, Long> nanos;
    private final long log;
    private final long commits;

    private Costs(Map<String, Long> nanos, long log, long commits) {
        this.nanos = nanos;
        this.log = log;
        this.commits = commits;
    }

    /** What was spent so far. */
    static Costs now(DataSource pool) throws SQLException {
        Map<String, Long> nanos = new TreeMap<>();
        for (Path thread : folders(Path.of("/proc/self/task"))) {
            nanos.merge(group(first(thread.resolve("comm"))), spent(thread), Long::sum);
        }
        long log = Rows.number(pool, "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
        String server = parent(Path.of("/proc", String.valueOf(Rows.number(pool, "select pg_backend_pid()"))));
        for (Path process : server.isEmpty() ? List.<Path>of() : folders(Path.of("/proc"))) {
            if (server.equals(parent(process))) {
                nanos.merge(SERVER, spent(process), Long::sum);
            }
        }
        long commits = Rows.number(
                pool, "select pg_stat_get_db_xact_commit(oid) from pg_database where datname = current_database()");
        return new Costs(nanos, log, commits);
    }

    /** Microseconds a message since then, the largest first. */
    String since(Costs before, int messages) {
        String groups = nanos.entrySet().stream()
                .map(e -> Map.entry(e.getKey(), e.getValue() - before.nanos.getOrDefault(e.getKey(), 0L)))
                .filter(e -> e.getValue() > messages * 1_000L)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(e -> "%s %.0f".formatted(e.getKey(), e.getValue() / 1e3 / messages))
                .collect(Collectors.joining(", "));
        return "us a message: %s; a message: %.1f KB of log, %.3f commits"
                .formatted(
                        groups, (log - before.log) / 1024.0 / messages, (commits - before.commits) / (double) messages);
    }

    /** Names without their numbers; the system cuts them. */
    private static String group(String name) {
        return name.replaceAll("[-_(]?[0-9].*", "").strip();
    }

    private static List<Path> folders(Path parent) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(parent, "[0-9]*")) {
            stream.forEach(found::add);
        } catch (IOException e) {
            // Not Linux.
        }
        return found;
    }

    private static long spent(Path task) {
        String text = first(task.resolve("schedstat"));
        return text.isEmpty() ? 0 : Long.parseLong(text.substring(0, text.indexOf(' ')));
    }

    /** The number of the process that began it, or nothing. */
    private static String parent(Path process) {
        String text = first(process.resolve("stat"));
        // Behind the name, which may hold anything: the state and then the parent.
        int behind = text.lastIndexOf(") ");
        return behind < 0 ? "" : text.substring(behind + 4).split(" ", 2)[0];
    }

    private static String first(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
