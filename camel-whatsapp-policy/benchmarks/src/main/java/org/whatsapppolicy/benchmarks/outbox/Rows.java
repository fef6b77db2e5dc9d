package org.whatsapppolicy.benchmarks.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** Messages that SQL makes, by the pattern of one that the component held. */
final class Rows {

    private static final int AT_ONCE = 100_000;
    private static final String COLUMNS =
            "id, person_id, address_id, decided_at, counts_to, purpose, category, proactive,"
                    + " state, attempt, changed_at, not_before, send_before, due_at, wamid, error_code, idempotency_key, sender,"
                    + " sender_named, type, template, language, priority, taken_at, expires_at, policy_hash, reasons";
    private static final String NOW = "(extract(epoch from clock_timestamp()) * 1000)::bigint";
    /** An id of that millisecond, in the order of {@code i}. */
    private static final String ID = "(lpad(to_hex(%s), 12, '0') || '7' || lpad(to_hex(i %% 4096), 3, '0') || '8'"
            + " || substr(md5('%s' || i::text), 1, 15))::uuid";

    private Rows() {}

    /**
     * Holds messages to one person after the other.
     *
     * @param due SQL for when number {@code i} is due, in milliseconds; {@code now} is the present
     */
    static void held(DataSource source, String series, int count, String due) throws SQLException {
        String id = ID.formatted("n.now", series);
        String text = "insert into message (" + COLUMNS + ") select " + id
                + ", p.person_id, p.address_id, n.now, null, m.purpose, m.category, m.proactive, 'HELD', 1, n.now, "
                + due
                + ", null, " + due + ", null, 0, null, m.sender, false, m.type, m.template, m.language, 0, n.now, null,"
                + " m.policy_hash, m.reasons from generate_series(?, ?) i cross join one m"
                + " join people p on p.number = i % (select count(*) from people)"
                + " cross join (select ?::bigint as now) n";
        String content = "insert into message_content (message_id, payload, context) select " + id
                + ", m.payload, null from generate_series(?, ?) i cross join one m cross join (select ?::bigint as now) n";
        inParts(source, count, text, content);
    }

    /** Messages that were read, over the last 700 days but not the last ten, with their keys. */
    static void ledger(DataSource source, int count) throws SQLException {
        String at = "(n.now - 864000000 - (59616000000 / " + count + "::float8 * (" + count + " - i))::bigint)";
        String id = ID.formatted(at, "ledger");
        String text = "insert into message (" + COLUMNS + ") select " + id + ", p.person_id, p.address_id, " + at + ", "
                + at + " + 300, m.purpose, m.category, m.proactive, 'READ', 1, " + at + " + 9000, null, " + at
                + " + 1000, null, 'wamid.HBgNNTUxMTk2MDAwMDAwMBUCABEYEj' || i, 0, 'old-' || i, m.sender, false, m.type,"
                + " m.template, m.language, 0, " + at + ", null, m.policy_hash, m.reasons"
                + " from generate_series(?, ?) i cross join one m"
                + " join people p on p.number = i % (select count(*) from people)"
                + " cross join (select ?::bigint as now) n";
        String keys = "insert into idempotency_key (key, message_id, recorded_at) select 'old-' || i, " + id + ", " + at
                + " from generate_series(?, ?) i cross join (select ?::bigint as now) n";
        run(
                source,
                "alter system set max_wal_size = '8GB'",
                "select pg_reload_conf()",
                "drop index message_of_person",
                "alter table idempotency_key drop constraint idempotency_key_pkey");
        inParts(source, count, text, keys);
        run(
                source,
                "set maintenance_work_mem = '512MB'",
                "create index message_of_person on message (person_id, decided_at)",
                "alter table idempotency_key add primary key (key)",
                "alter system reset max_wal_size",
                "select pg_reload_conf()");
    }

    private static void run(DataSource source, String... statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private static void inParts(DataSource source, int count, String... texts) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            pattern(statement);
            long now = first(statement, "select " + NOW);
            connection.setAutoCommit(false);
            for (int from = 0; from < count; from += AT_ONCE) {
                for (String text : texts) {
                    try (PreparedStatement insert = connection.prepareStatement(text)) {
                        insert.setInt(1, from);
                        insert.setInt(2, Math.min(count, from + AT_ONCE) - 1);
                        insert.setLong(3, now);
                        insert.executeUpdate();
                    }
                }
                connection.commit();
            }
            connection.setAutoCommit(true);
            statement.execute("set synchronous_commit = on");
            statement.execute("select pg_notify('whatsapp_policy_due', coalesce(current_schema()::text, ''))");
        }
    }

    private static void pattern(Statement statement) throws SQLException {
        statement.execute("create table if not exists one as select m.*, c.payload from message m"
                + " join message_content c on c.message_id = m.id limit 1");
        statement.execute("create table if not exists people as select person_id, id as address_id,"
                + " row_number() over (order by id) - 1 as number from recipient_address");
        statement.execute("create index if not exists people_number on people (number)");
    }

    static void analyze(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    static long number(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            return first(statement, query);
        }
    }

    private static long first(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Looks every few milliseconds, at most so many seconds. */
    static void until(BooleanSupplier condition, int seconds) throws InterruptedException {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begun > seconds * 1_000_000_000L) {
                throw new IllegalStateException("it did not come to pass within " + seconds + " s");
            }
            Thread.sleep(2);
        }
    }
}
