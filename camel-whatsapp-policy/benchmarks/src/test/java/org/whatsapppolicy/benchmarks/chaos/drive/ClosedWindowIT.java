package org.whatsapppolicy.benchmarks.chaos.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whatsapppolicy.benchmarks.chaos.ChaosRun;
import org.whatsapppolicy.benchmarks.chaos.drive.World.Stand;
import org.whatsapppolicy.benchmarks.chaos.judge.Evidence;
import org.whatsapppolicy.benchmarks.chaos.judge.Gathering;
import org.whatsapppolicy.benchmarks.chaos.judge.Verdict;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;

/** What a leap of the clock between decision and request does to an answer: the platform takes it and tells later that it failed. */
class ClosedWindowIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    /** Less than a node waits for an answer, and long enough to let the clock leap meanwhile, mostly. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(800);

    private static final int TRIES = 8;
    private static final String FAILED = "message where state = 'FAILED'";

    private static final List<String> PEOPLE = List.of("+5511970000000", "+5511970000001");

    private final Path directory;

    ClosedWindowIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    @DisplayName("A free-form message whose window ends on its way stands as failed with 131047, as the platform told")
    void it_stands_as_the_platform_told() throws Exception {
        String jar = System.getProperty("benchmarks.jar", System.getProperty("java.class.path"));
        List<String> command = ChaosRun.java(jar, "org.whatsapppolicy.benchmarks.Benchmarks", "chaos-node");
        try (World world = new World(directory, command, 1, false)) {
            Driver driver = new Driver(world, 1, PEOPLE);
            driver.everybodyAgrees();
            Stand stand = world.stands().get(0);
            int tries = 0;
            while (count(world, FAILED) == 0) {
                assertThat(++tries)
                        .as("times that the machine was too slow for it")
                        .isLessThan(TRIES);
                leapOnTheWay(world, driver, stand, tries);
            }
            boolean rest = Quiet.await(world, SOON);
            Evidence evidence = Gathering.of(world, PEOPLE, driver.deeds(), rest);
            assertThat(evidence.failures()).isEqualTo(Map.of("failed 131047", 1L));
            assertThat(evidence.ledger()).allMatch(LedgerEntry::accepted);
            assertThat(Verdict.of(evidence, Setting.engine(directory)).violations())
                    .isEmpty();
        }
    }

    private static void leapOnTheWay(World world, Driver driver, Stand stand, int number) throws SQLException {
        driver.writes(PEOPLE.get(0), "Oi, qual o valor?");
        await().atMost(SOON).until(() -> count(world, "inbox where key like 'm:%'") == number);
        stand.toPlatform().delay(ON_ITS_WAY);
        CompletableFuture<HttpResponse<String>> answer = chat(world, stand, "k" + number);
        await().pollInterval(Duration.ofMillis(10)).atMost(SOON).until(() -> count(world, "message") == number);
        world.time().step(Duration.ofHours(25));
        answer.join();
        stand.toPlatform().delay(Duration.ZERO);
        await().atMost(SOON).until(() -> count(world, "message where state in ('SENDING', 'ACCEPTED', 'SENT')") == 0);
    }

    private static CompletableFuture<HttpResponse<String>> chat(World world, Stand stand, String key) {
        String order = new ObjectMapper()
                .createObjectNode()
                .put("to", PEOPLE.get(0))
                .put("purpose", "chat")
                .put("key", key)
                .put("text", Canary.text(key))
                .toString();
        return world.http()
                .sendAsync(
                        HttpRequest.newBuilder(stand.node().uri("/send"))
                                .timeout(SOON)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(order))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static int count(World world, String of) throws SQLException {
        try (Connection connection = world.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + of)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
