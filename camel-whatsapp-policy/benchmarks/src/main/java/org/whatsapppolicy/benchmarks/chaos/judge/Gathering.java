package org.whatsapppolicy.benchmarks.chaos.judge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.benchmarks.chaos.drive.World;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;
import org.whatsapppolicy.simulator.ledger.Operation;

/** Gathers what a run left behind. */
public final class Gathering {

    private Gathering() {}

    /** Of a world that is healed and quiet, with all nodes running. */
    public static Evidence of(World world, List<String> people, List<Deed> deeds, boolean cameToRest)
            throws IOException, SQLException {
        Map<String, Row> rows =
                Row.all(world.database()).stream().collect(Collectors.toMap(Row::id, Function.identity()));
        List<LedgerEntry> ledger =
                world.platform().ledger().where(entry -> entry.asked().operation() == Operation.MESSAGE);
        return new Evidence(
                people,
                deeds,
                world.witness().sightings(),
                world.witness().receipts(),
                world.witness().mishaps(),
                ledger,
                rows,
                keys(world.database()),
                Past.read(world.database()),
                inbounds(world),
                world.time(),
                shown(world),
                cameToRest);
    }

    private static Map<String, String> keys(DataSource database) throws SQLException {
        Map<String, String> keys = new HashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select key, message_id from idempotency_key")) {
            while (row.next()) {
                keys.put(row.getString(1), row.getString(2));
            }
        }
        return keys;
    }

    private static Map<Long, List<Evidence.Inbound>> inbounds(World world) throws SQLException {
        Map<Long, List<Evidence.Inbound>> inbounds = new HashMap<>();
        Map<String, Instant> written = new HashMap<>();
        world.witness().receipts().forEach(receipt -> receipt.written()
                .forEach((wamid, at) -> written.putIfAbsent(key(wamid), at)));
        try (Connection connection = world.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select person_id, key, received_at from inbox where key like 'm:%' and person_id is not null")) {
            while (row.next()) {
                Instant received = Instant.ofEpochMilli(row.getLong(3));
                Instant wrote = written.getOrDefault(row.getString(2), received);
                inbounds.computeIfAbsent(row.getLong(1), p -> new ArrayList<>())
                        .add(new Evidence.Inbound(wrote.isAfter(received) ? received : wrote, received));
            }
        }
        return inbounds;
    }

    /** By what the inbox knows a message again. */
    private static String key(String wamid) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(wamid.getBytes(StandardCharsets.UTF_8));
            return "m:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Map<String, String> shown(World world) throws IOException {
        Map<String, String> shown = new TreeMap<>();
        for (World.Stand stand : world.stands()) {
            String what = stand.node().earlierBuild() ? Discreet.EARLIER : Discreet.BY_NODE;
            shown.put(what + stand.node().name(), stand.node().ask("/show", Duration.ofSeconds(90)));
        }
        try (Stream<Path> files = Files.list(world.directory())) {
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                shown.put("log " + log.getFileName(), new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
            }
        }
        shown.put("exceptions", String.join("\n", world.witness().problems()));
        return shown;
    }
}
