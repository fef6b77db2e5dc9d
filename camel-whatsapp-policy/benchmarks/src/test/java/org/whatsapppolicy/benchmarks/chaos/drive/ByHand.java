package org.whatsapppolicy.benchmarks.chaos.drive;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.whatsapppolicy.benchmarks.chaos.ChaosRun;
import org.whatsapppolicy.benchmarks.chaos.drive.World.Stand;
import org.whatsapppolicy.benchmarks.chaos.judge.Evidence;
import org.whatsapppolicy.benchmarks.chaos.judge.Gathering;
import org.whatsapppolicy.benchmarks.chaos.judge.Verdict;
import org.whatsapppolicy.benchmarks.chaos.judge.Violation;
import org.whatsapppolicy.benchmarks.chaos.node.NodeProgram;

/** A world in which a test does by hand what comes about by chance in a chaos run, before the same judge. Everybody has agreed. */
final class ByHand implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();

    final World world;
    final Driver driver;
    private final Path directory;
    private final List<String> people;

    ByHand(Path directory, List<String> people, int nodes, boolean postgres) throws Exception {
        String jar = System.getProperty("benchmarks.jar", System.getProperty("java.class.path"));
        NodeProgram program = NodeProgram.of(ChaosRun.node(jar));
        this.directory = directory;
        this.people = people;
        this.world = new World(directory, program, nodes, postgres, true);
        this.driver = new Driver(world, 1, people);
        driver.everybodyAgrees();
    }

    Stand node(int number) {
        return world.stands().get(number);
    }

    /** Hands a message with the text of the key to a node; {@code order} says what else it is. */
    CompletableFuture<HttpResponse<String>> send(Stand node, String key, Map<String, Object> order) throws IOException {
        Map<String, Object> whole = new LinkedHashMap<>(order);
        whole.put("key", key);
        whole.put("text", Canary.text(key));
        return world.http()
                .sendAsync(
                        HttpRequest.newBuilder(node.node().uri("/send"))
                                .timeout(SOON)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(whole)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** How many rows there are. */
    int count(String of) throws SQLException {
        return Integer.parseInt(texts("select count(*) from " + of).iterator().next());
    }

    /** The first column of what the query finds. */
    Set<String> texts(String sql, Object... parameters) throws SQLException {
        Set<String> texts = new TreeSet<>();
        try (Connection connection = world.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
        }
        return texts;
    }

    /** What is known when everything is done. */
    Evidence evidence() throws Exception {
        boolean rest = Quiet.toTheEnd(world, SOON);
        return Gathering.of(world, people, driver.deeds(), rest);
    }

    /** The judge's view of it. */
    List<Violation> violations(Evidence evidence) throws IOException {
        return Verdict.of(evidence, Setting.engine(directory)).violations();
    }

    @Override
    public void close() throws IOException {
        world.close();
    }
}
