package org.whatsapppolicy.simulator.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.Simulator;

class WrittenMessagesTest {

    private static final long MONTH = Duration.ofDays(30).toMillis();

    private final Simulator simulator = Simulator.builder().build();
    private final Chat chat = simulator.people().person("+15550101001").chat();
    private final WrittenMessages written = new WrittenMessages();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void a_message_is_known_until_just_before_thirty_days_are_over() {
        written.add("one", chat, false, 0);

        assertThat(written.chatOf("one", MONTH - 1)).isSameAs(chat);
        assertThat(written.chatOf("one", MONTH)).isNull();
    }

    @Test
    void reactions_take_no_reactions() {
        written.add("text", chat, false, 0);
        written.add("emoji", chat, true, 0);

        assertThat(written.takesReactions("text", 1)).isTrue();
        assertThat(written.takesReactions("emoji", 1)).isFalse();
        assertThat(written.takesReactions("unknown", 1)).isFalse();
    }

    @Test
    void the_newest_are_kept_and_no_more_than_the_bound() {
        for (int i = 0; i < WrittenMessages.MOST + 10; i++) {
            written.add("m" + i, chat, false, i);
        }

        assertThat(written.size()).isEqualTo(WrittenMessages.MOST);
        assertThat(written.chatOf("m9", WrittenMessages.MOST)).isNull();
        assertThat(written.chatOf("m10", WrittenMessages.MOST)).isSameAs(chat);
    }

    @Test
    void what_is_over_is_forgotten_as_new_ones_come() {
        for (int i = 0; i < 100; i++) {
            written.add("old" + i, chat, false, 0);
        }
        for (int i = 0; i < 100; i++) {
            written.add("new" + i, chat, false, MONTH);
        }

        assertThat(written.size()).isEqualTo(100);
    }
}
