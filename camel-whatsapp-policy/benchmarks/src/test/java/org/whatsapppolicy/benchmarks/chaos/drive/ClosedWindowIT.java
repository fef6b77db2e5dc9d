package org.whatsapppolicy.benchmarks.chaos.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.benchmarks.chaos.drive.ByHand.SOON;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whatsapppolicy.benchmarks.chaos.drive.World.Stand;
import org.whatsapppolicy.benchmarks.chaos.judge.Evidence;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;

/** What a leap of the clock between decision and request does to an answer: the platform takes it and tells later that it failed. */
class ClosedWindowIT {

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
        try (ByHand hand = new ByHand(directory, PEOPLE, 1, false)) {
            int tries = 0;
            while (hand.count(FAILED) == 0) {
                assertThat(++tries)
                        .as("times that the machine was too slow for it")
                        .isLessThan(TRIES);
                leapOnTheWay(hand, tries);
            }
            Evidence evidence = hand.evidence();
            assertThat(evidence.failures()).isEqualTo(Map.of("failed 131047", 1L));
            assertThat(evidence.ledger()).allMatch(LedgerEntry::accepted);
            assertThat(hand.violations(evidence)).isEmpty();
        }
    }

    private static void leapOnTheWay(ByHand hand, int number) throws Exception {
        Stand node = hand.node(0);
        hand.driver.writes(PEOPLE.get(0), "Oi, qual o valor?", Deed.Meaning.TALK);
        await().atMost(SOON).until(() -> hand.count("inbox where key like 'm:%'") == number);
        node.toPlatform().delay(ON_ITS_WAY);
        CompletableFuture<HttpResponse<String>> answer =
                hand.send(node, "k" + number, Map.of("to", PEOPLE.get(0), "purpose", "chat"));
        await().pollInterval(Duration.ofMillis(10)).atMost(SOON).until(() -> hand.count("message") == number);
        hand.world.time().step(Duration.ofHours(25));
        answer.join();
        node.toPlatform().delay(Duration.ZERO);
        await().atMost(SOON).until(() -> hand.count("message where state in ('SENDING', 'ACCEPTED', 'SENT')") == 0);
    }
}
