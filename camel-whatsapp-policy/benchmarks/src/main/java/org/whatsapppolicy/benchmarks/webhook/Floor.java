package org.whatsapppolicy.benchmarks.webhook;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * The least that a webhook has to do which answers when a delivery is on the disk: it compares the signature and keeps the body under
 * its hash, with one commit for all that wait. No event is read, nobody is known, nothing is handed over after a crash. What it costs
 * nobody can save.
 */
final class Floor implements Processor, Closeable {

    private static final int TOGETHER = 64;
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecretKeySpec SECRET = new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), ALGORITHM);
    private static final ThreadLocal<Mac> MAC = ThreadLocal.withInitial(Floor::mac);

    private record Waiting(String hash, String body, CompletableFuture<Boolean> kept) {}

    private final Connection connection;
    private final PreparedStatement insert;
    private final boolean arrays;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(10_000);
    private final Thread writer = new Thread(this::write, "floor");

    /** With arrays a database takes all that wait in one statement, which costs a server less. */
    Floor(DataSource pool, boolean arrays) throws SQLException {
        this.arrays = arrays;
        this.connection = pool.getConnection();
        connection.setAutoCommit(false);
        connection
                .prepareStatement("create table delivery (hash text primary key, body text not null)")
                .execute();
        connection.commit();
        this.insert = connection.prepareStatement("insert into delivery (hash, body) "
                + (arrays ? "select * from unnest(?::text[], ?::text[])" : "values (?, ?)")
                + " on conflict do nothing");
        writer.start();
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        byte[] hash = MAC.get().doFinal(body);
        String said = exchange.getMessage().getHeader("X-Hub-Signature-256", String.class);
        if (!MessageDigest.isEqual(hash, HexFormat.of().parseHex(said, 7, said.length()))) {
            throw new IllegalStateException("a signature that is not ours");
        }
        Waiting one = new Waiting(
                HexFormat.of().formatHex(hash, 0, 16),
                new String(body, StandardCharsets.UTF_8),
                new CompletableFuture<>());
        waiting.put(one);
        one.kept.get(30, TimeUnit.SECONDS);
        exchange.getMessage().setBody("kept");
    }

    private void write() {
        List<Waiting> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(waiting.take());
                waiting.drainTo(batch, TOGETHER - 1);
                insert(batch);
                connection.commit();
                batch.forEach(one -> one.kept.complete(true));
                batch.clear();
            }
        } catch (InterruptedException e) {
            batch.forEach(one -> one.kept.cancel(false));
        } catch (SQLException e) {
            batch.forEach(one -> one.kept.completeExceptionally(e));
        }
    }

    private void insert(List<Waiting> batch) throws SQLException {
        if (arrays) {
            insert.setArray(
                    1,
                    connection.createArrayOf(
                            "text", batch.stream().map(Waiting::hash).toArray()));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "text", batch.stream().map(Waiting::body).toArray()));
            insert.executeUpdate();
            return;
        }
        for (Waiting one : batch) {
            insert.setString(1, one.hash);
            insert.setString(2, one.body);
            insert.addBatch();
        }
        insert.executeBatch();
    }

    private static Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(SECRET);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            writer.interrupt();
            writer.join(TimeUnit.SECONDS.toMillis(10));
            connection.close();
        } catch (InterruptedException | SQLException e) {
            throw new IOException("the writer does not end", e);
        }
    }
}
