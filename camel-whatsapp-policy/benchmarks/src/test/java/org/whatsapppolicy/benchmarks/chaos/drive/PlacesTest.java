package org.whatsapppolicy.benchmarks.chaos.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No more is under way at a node than it has places. */
@Timeout(60)
class PlacesTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final Places places = new Places(2);

    private void taken(String node, int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            places.take(node);
        }
    }

    @Test
    void each_node_has_its_own() throws Exception {
        taken("node0", 2);

        assertThat(places.left("node0")).isFalse();
        assertThat(places.left("node1")).isTrue();
    }

    @Test
    void who_finds_none_waits_for_one_that_is_given_back() throws Exception {
        taken("node0", 2);
        CompletableFuture<Boolean> third = CompletableFuture.supplyAsync(() -> {
            try {
                places.take("node0");
                return true;
            } catch (InterruptedException e) {
                return false;
            }
        });
        assertThat(third).isNotDone();

        places.leave("node0");

        assertThat(third.get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(places.left("node0")).isFalse();
    }

    @Test
    void a_node_is_empty_when_all_were_given_back_and_has_them_all_then() throws Exception {
        taken("node0", 1);
        assertThat(places.empty("node0", AT_ONCE)).isFalse();

        places.leave("node0");

        assertThat(places.empty("node0", AT_ONCE)).isTrue();
        taken("node0", 2);
        assertThat(places.left("node0")).isFalse();
    }
}
