package org.whatsapppolicy.camel.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.document.Retention;
import org.whatsapppolicy.store.Upkeep;

@DisplayName("S-47: a walk through what is kept")
class WalkTest {

    /** Every second message is past its retention. */
    private static final class Shelf implements Upkeep {

        private final List<String> ids = new ArrayList<>(List.of("1", "2", "3", "4", "5", "6", "7"));

        @Override
        public Page look(Kind kind, Retention retention, @Nullable String after, int max) {
            List<String> page = ids.stream()
                    .filter(id -> after == null || id.compareTo(after) > 0)
                    .limit(max)
                    .toList();
            return new Page(
                    page.stream().filter(id -> Integer.parseInt(id) % 2 == 0).toList(),
                    page.size() < max ? null : page.get(max - 1));
        }

        @Override
        public int remove(Kind kind, Retention retention, Collection<String> past) {
            ids.removeAll(past);
            return past.size();
        }

        @Override
        public List<Map<String, Object>> told(Kind kind, Collection<String> past) {
            throw new AssertionError("nobody asked for an archive");
        }

        @Override
        public boolean lead(String node, Duration lease) {
            return true;
        }

        @Override
        public void leave(String node) {}
    }

    private final Shelf shelf = new Shelf();
    private final Walk walk = new Walk(
            shelf,
            Upkeep.Kind.DECISION,
            2,
            () -> Retention.DEFAULT,
            new Archive(new DefaultCamelContext(), null, 1_000),
            () -> true);

    @Test
    void goes_on_page_by_page_to_the_end_and_begins_anew() {
        int steps = 1;
        while (walk.go()) {
            steps++;
        }

        assertThat(shelf.ids).containsExactly("1", "3", "5", "7");
        assertThat(walk.removed()).isEqualTo(3);
        assertThat(steps).isEqualTo(4);
        shelf.ids.add(0, "0");
        while (walk.go()) {
            steps++;
        }
        assertThat(shelf.ids).containsExactly("1", "3", "5", "7");
    }
}
