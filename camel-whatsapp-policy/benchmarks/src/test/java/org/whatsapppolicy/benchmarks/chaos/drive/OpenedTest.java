package org.whatsapppolicy.benchmarks.chaos.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedTest {

    private final List<String> closed = new ArrayList<>();

    @Test
    void what_was_opened_last_is_closed_first_and_once() throws Exception {
        Opened opened = new Opened();
        opened.add(() -> closed.add("database"));
        opened.add(() -> closed.add("node"));

        opened.close();
        opened.close();

        assertThat(closed).containsExactly("node", "database");
    }

    @Test
    void what_does_not_close_keeps_nothing_else_open_and_is_told() {
        Opened opened = new Opened();
        opened.add(() -> closed.add("database"));
        opened.add(() -> {
            throw new IllegalStateException("stuck");
        });

        assertThatIOException().isThrownBy(opened::close).havingRootCause().withMessage("stuck");
        assertThat(closed).containsExactly("database");
    }
}
