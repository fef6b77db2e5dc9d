package org.whatsapppolicy.benchmarks.chaos.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.benchmarks.chaos.drive.ByHand.SOON;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whatsapppolicy.benchmarks.chaos.drive.World.Stand;

/** Two nodes: one is stopped past its leases and does not know it, the other takes over what it had claimed. */
class TakeoverIT {

    /** Longer than a claim of held messages. */
    private static final Duration CLAIM = Duration.ofSeconds(61);

    private static final int AT_ONCE = 60;
    private static final int TRIES = 8;

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
        try (ByHand hand = new ByHand(directory, people, 2, true)) {
            Stand stopped = hand.node(0);
            Set<String> claimed = stopWithClaims(hand, stopped);

            hand.world.time().step(CLAIM);

            await().atMost(SOON).until(() -> senders(hand).keySet().containsAll(claimed));
            assertThat(claimed)
                    .allSatisfy(id -> assertThat(senders(hand).get(id)).isEqualTo("node1"));
            stopped.node().pause(false);
            assertThat(hand.violations(hand.evidence())).isEmpty();
        }
    }

    /** Stops the node at a moment at which it has claimed messages and not begun them; which. */
    private Set<String> stopWithClaims(ByHand hand, Stand node) throws Exception {
        for (int tries = 0; tries < TRIES; tries++) {
            long before = hand.world.platform().ledger().acceptedCount();
            take(hand, node);
            hand.world.platform().ledger().awaitAccepted(before + 5, SOON);
            node.node().pause(true);
            // The other one goes on until nothing is left but what is claimed by the stopped one.
            await().atMost(SOON).until(() -> held(hand, "<=").isEmpty() && sending(hand) == 0);
            Set<String> claimed = held(hand, ">");
            if (!claimed.isEmpty()) {
                return claimed;
            }
            node.node().pause(false);
        }
        throw new AssertionError("found a node that never had claims when it was stopped, in " + TRIES + " tries");
    }

    private void take(ByHand hand, Stand node) throws Exception {
        List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            String key = "k" + sent;
            String to = people.get(sent++);
            all.add(hand.send(node, key, Map.of("to", to, "purpose", "slip", "template", "slip", "async", true)));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    }

    /** Ids of held messages that are due by now, or later. */
    private static Set<String> held(ByHand hand, String when) throws SQLException {
        Instant now = hand.world.time().now();
        return hand.texts("select id from message where state = 'HELD' and due_at " + when + " ?", now.toEpochMilli());
    }

    private static int sending(ByHand hand) throws SQLException {
        // Past its lease and without an answer it is of the stopped node.
        Instant lately = hand.world.time().now().minusSeconds(2);
        return hand.texts("select id from message where state = 'SENDING' and send_before > ?", lately.toEpochMilli())
                .size();
    }

    /** Which node sent which message. */
    private static Map<String, String> senders(ByHand hand) {
        return hand.world.witness().sightings().stream()
                .collect(Collectors.toMap(one -> one.letter().id(), Sighting::node, (first, second) -> first));
    }
}
