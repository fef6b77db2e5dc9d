package org.whatsapppolicy.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RoomTest {

    @Test
    void senders_share_it_evenly() {
        assertThat(Room.of(9).shares(List.of("a", "b"))).isEqualTo(Map.of("a", 5, "b", 4));
    }

    @Test
    void what_one_cannot_use_is_the_others() {
        assertThat(new Room(9, Map.of("a", 1, "c", 0)).shares(List.of("a", "b", "c", "d")))
                .isEqualTo(Map.of("a", 1, "b", 4, "d", 4));
    }

    @Test
    void of_too_many_the_first_get_it() {
        assertThat(Room.of(2).shares(List.of("c", "a", "b"))).isEqualTo(Map.of("c", 1, "a", 1));
    }

    @Test
    void nobody_shares_nothing() {
        assertThat(Room.of(2).shares(List.of())).isEmpty();
    }

    @RepeatedTest(200)
    void no_more_is_given_than_there_is_and_none_is_left_while_somebody_could_use_it(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        int most = random.nextInt(100);
        Map<String, Integer> limits = new HashMap<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            limits.put("sender" + i, random.nextInt(40));
        }
        int given = new Room(most, limits)
                .shares(limits.keySet()).values().stream().mapToInt(n -> n).sum();
        int usable = limits.values().stream().mapToInt(n -> n).sum();
        assertThat(given).isEqualTo(Math.min(most, usable));
    }
}
