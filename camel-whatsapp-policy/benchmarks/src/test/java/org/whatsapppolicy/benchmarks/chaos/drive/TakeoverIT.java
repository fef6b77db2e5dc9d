package org.whatsapppolicy.benchmarks.chaos.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whatsapppolicy.benchmarks.chaos.ChaosRun;
import org.whatsapppolicy.benchmarks.chaos.drive.World.Stand;
import org.whatsapppolicy.benchmarks.chaos.judge.Evidence;
import org.whatsapppolicy.benchmarks.chaos.judge.Gathering;
import org.whatsapppolicy.benchmarks.chaos.judge.Verdict;

/** Two nodes: one is stopped past its leases and does not know it, the other takes over what it had claimed. */
class TakeoverIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    /** Longer than a claim of held messages. */
    private static final Duration CLAIM = Duration.ofSeconds(61);

    private static final int AT_ONCE = 60;
    private static final int TRIES = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final List<String> people = IntStream.range(0, TRIES * AT_ONCE * 10 / 9 + 1)
            .mapToObj(i -> "+" + (5_511_970_000_000L + i))
            .toList();
    private int sent;

    TakeoverIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    @DisplayName("Held messages that a stopped node had claimed go out by another, and once, also when it wakes up")
    void another_node_takes_over() throws Exception {
        String jar = System.getProperty("benchmarks.jar", System.getProperty("java.class.path"));
        List<String> command = ChaosRun.java(jar, "org.whatsapppolicy.benchmarks.Benchmarks", "chaos-node");
        try (World world = new World(directory, command, 2, true)) {
            Driver driver = new Driver(world, 1, people);
            driver.everybodyAgrees();
            Stand stopped = world.stands().get(0);
            Set<String> claimed = stopWithClaims(world, stopped);

            world.time().step(CLAIM);

            await().atMost(SOON).until(() -> senders(world).keySet().containsAll(claimed));
            assertThat(claimed)
                    .allSatisfy(id -> assertThat(senders(world).get(id)).isEqualTo("node1"));
            stopped.node().pause(false);
            boolean rest = Quiet.await(world, SOON);
            Evidence evidence = Gathering.of(world, people, driver.deeds(), rest);
            assertThat(Verdict.of(evidence, Setting.engine(directory)).violations())
                    .isEmpty();
        }
    }

    /** Stops the node at a moment at which it has claimed messages and not begun them; which. */
    private Set<String> stopWithClaims(World world, Stand node) throws Exception {
        for (int tries = 0; tries < TRIES; tries++) {
            long before = world.platform().ledger().acceptedCount();
            take(world, node);
            world.platform().ledger().awaitAccepted(before + 5, SOON);
            node.node().pause(true);
            // The other one goes on until nothing is left but what is claimed by the stopped one.
            await().atMost(SOON).until(() -> held(world, "<=").isEmpty() && sending(world) == 0);
            Set<String> claimed = held(world, ">");
            if (!claimed.isEmpty()) {
                return claimed;
            }
            node.node().pause(false);
        }
        throw new AssertionError("found a node that never had claims when it was stopped, in " + TRIES + " tries");
    }

    private void take(World world, Stand node) {
        List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            String key = "k" + sent;
            String order = JSON.createObjectNode()
                    .put("to", people.get(sent++))
                    .put("purpose", "slip")
                    .put("template", "slip")
                    .put("key", key)
                    .put("text", Canary.text(key))
                    .put("async", true)
                    .toString();
            all.add(world.http()
                    .sendAsync(
                            HttpRequest.newBuilder(node.node().uri("/send"))
                                    .timeout(SOON)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(order))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString()));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    }

    /** Ids of held messages that are due by now, or later. */
    private static Set<String> held(World world, String when) throws SQLException {
        return ids(
                world,
                "select id from message where state = 'HELD' and due_at " + when + " ?",
                world.time().now().toEpochMilli());
    }

    private static int sending(World world) throws SQLException {
        // Past its lease and without an answer it is of the stopped node.
        return ids(
                        world,
                        "select id from message where state = 'SENDING' and send_before > ?",
                        world.time().now().minusSeconds(2).toEpochMilli())
                .size();
    }

    private static Set<String> ids(World world, String sql, long at) throws SQLException {
        Set<String> ids = new TreeSet<>();
        try (Connection connection = world.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, at);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
        }
        return ids;
    }

    /** Which node sent which message. */
    private static Map<String, String> senders(World world) {
        return world.witness().sightings().stream()
                .collect(Collectors.toMap(one -> one.letter().id(), Sighting::node, (first, second) -> first));
    }
}
