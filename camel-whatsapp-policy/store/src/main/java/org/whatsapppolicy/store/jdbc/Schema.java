package org.whatsapppolicy.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The versioned schema scripts. A script is never changed once released; the next version is one more file here and in each
 * dialect's folder. Nodes of neighbouring versions share a database while they are upgraded one by one: a script only adds, and
 * what it adds to a table is nullable or has a default, so that programs that do not know it go on. One that cannot keep to that
 * sets {@code oldest} in {@code whatsapp_policy_schema} to its own number.
 */
final class Schema {

    private static final List<String> SCRIPTS = List.of(
            "V1__policy_store.sql",
            "V2__inbox.sql",
            "V3__identity.sql",
            "V4__events.sql",
            "V5__control.sql",
            "V6__hearing.sql",
            "V7__erasure.sql",
            "V8__data_protection.sql",
            "V9__upkeep.sql",
            "V10__neighbours.sql",
            "V11__senders.sql",
            "V12__flights.sql",
            "V13__attempts.sql",
            "V14__template_words.sql",
            "V15__found_by_index.sql");
    private static final String VERSIONS = "create table if not exists whatsapp_policy_schema "
            + "(version integer primary key, script text not null, applied_at bigint not null)";
    private static final String RECORD =
            "insert into whatsapp_policy_schema (version, script, applied_at) values (?, ?, ?)";

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
    /** Version of the script that brought the column {@code oldest}. */
    private static final int NEIGHBOURS = 10;

    private Schema() {}

    /** Applies what is missing, or only checks that nothing is. */
    static void ready(Database database, boolean apply) {
        if (apply) {
            database.write("apply the schema", session -> {
                apply(session, session.dialect().clock(session));
                return true;
            });
        } else {
            verify(database);
        }
    }

    /** Applies what is missing; several nodes may start at once. */
    private static void apply(Session session, Instant now) throws SQLException {
        session.dialect().lockStart(session);
        session.runOnce(VERSIONS);
        int found = version(session);
        if (found >= SCRIPTS.size()) {
            return;
        }
        Dialect.Undo inAHurry = session.dialect().unhurried(session);
        try {
            for (int version = found + 1; version <= SCRIPTS.size(); version++) {
                for (String statement : statements(session.dialect(), version)) {
                    session.runOnce(statement);
                }
                session.update(RECORD, version, SCRIPTS.get(version - 1), now);
            }
        } finally {
            inAHurry.run();
        }
    }

    /** Checks that everything was applied by somebody else. */
    private static void verify(Database database) {
        int found = database.read(
                "read the schema version",
                session -> session.dialect().hasTable(session, "whatsapp_policy_schema") ? version(session) : 0);
        if (found < SCRIPTS.size()) {
            String missing = SCRIPTS.subList(found, SCRIPTS.size()).stream()
                    .map(script -> path(database.dialect(), script))
                    .collect(Collectors.joining(", "));
            throw new IllegalStateException("found schema version " + found + ", expected " + SCRIPTS.size()
                    + ": apply " + missing + " from the jar, then insert its version, name and time into"
                    + " whatsapp_policy_schema; or let the store apply its schema");
        }
    }

    private static int version(Session session) throws SQLException {
        int found = session.first("select coalesce(max(version), 0) from whatsapp_policy_schema", Row::small)
                .orElse(0);
        int oldest = found < NEIGHBOURS
                ? 1
                : session.first("select max(oldest) from whatsapp_policy_schema", Row::small)
                        .orElse(1);
        if (oldest > SCRIPTS.size()) {
            throw new IllegalStateException("found schema version " + found + ", which version " + oldest
                    + " and later can use, expected one that version " + SCRIPTS.size()
                    + " can: a newer version of this library was here; use that one");
        }
        if (found > SCRIPTS.size()) {
            LOG.info(
                    "The schema is of version {}, later than {}, which this library brings: it goes on with what it knows",
                    found,
                    SCRIPTS.size());
        }
        return found;
    }

    private static String path(Dialect dialect, String script) {
        return "schema/" + dialect.name() + "/" + script;
    }

    private static List<String> statements(Dialect dialect, int version) {
        String path = "/" + path(dialect, SCRIPTS.get(version - 1));
        try (InputStream in = Schema.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("found no " + path + " in the jar: it is damaged");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String bare =
                    text.lines().filter(line -> !line.strip().startsWith("--")).collect(Collectors.joining("\n"));
            return List.of(bare.split(";", -1)).stream()
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
