package org.whatsapppolicy.benchmarks.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.benchmarks.chaos.drive.Scene;

/** What the judge finds of the promises that no test of their own is about. */
class PromisesTest {

    private static final String LOST = "00000000-0000-0000-0000-000000000001";

    private final Scene scene = new Scene();

    @Nested
    @DisplayName("3: nothing twice")
    class Twice {

        @Test
        void a_request_after_one_without_an_answer() {
            scene.request(0, "slip");
            scene.request(1_000, "slip");

            assertThat(found(new NothingTwice())).containsExactly(3);
        }

        @Test
        void a_request_after_one_whose_refusal_got_lost() {
            scene.request(0, "slip");
            scene.hears(10, 400, 131049, false);
            scene.request(1_000, "slip");

            assertThat(found(new NothingTwice())).containsExactly(3);
        }

        @Test
        void a_request_after_an_error_that_tells_nothing() {
            scene.request(0, "slip");
            scene.hears(10, 500, 131000, true);
            scene.request(1_000, "slip");

            assertThat(found(new NothingTwice())).containsExactly(3);
        }

        @Test
        void but_not_one_after_a_refusal_that_its_sender_heard() {
            scene.request(0, "slip");
            scene.hears(10, 400, 131049, true);
            scene.request(1_000, "slip");

            assertThat(found(new NothingTwice())).isEmpty();
        }

        @Test
        void a_message_that_the_platform_took_twice() {
            String id = scene.request(0, "slip");
            scene.takes(id, "slip").takes(id, "slip");

            assertThat(found(new NothingTwice())).containsExactly(3);
        }
    }

    @Nested
    @DisplayName("4: nothing lost")
    class Lost {

        @Test
        void a_message_that_the_platform_took_and_the_database_does_not_know() {
            String id = scene.request(0, "slip");
            scene.takes(id, "slip").forgets(id);

            assertThat(found(new NothingLost())).containsExactly(4);
        }

        @Test
        void one_that_the_platform_took_and_that_stands_otherwise() {
            scene.row(LOST, "chat", "HELD", scene.at(0)).takes(LOST, "chat");

            assertThat(found(new NothingLost())).containsExactly(4);
        }

        @Test
        void one_that_stands_as_accepted_and_that_the_platform_never_took() {
            scene.row(LOST, "chat", "ACCEPTED", scene.at(0));

            assertThat(found(new NothingLost())).containsExactly(4);
        }

        @Test
        void one_that_a_node_took_and_that_is_not_there() {
            scene.tells(0, LOST, "taken");

            assertThat(found(new NothingLost())).containsExactly(4);
        }

        @Test
        void but_not_one_that_was_taken_and_stands_so() {
            scene.row(LOST, "chat", "ACCEPTED", scene.at(0)).takes(LOST, "chat").tells(0, LOST, "accepted");

            assertThat(found(new NothingLost())).isEmpty();
        }

        @Test
        void one_that_is_told_as_refused_after_the_platform_took_it() {
            String id = scene.request(0, "slip");
            scene.hears(10, 200, 0, true).tells(20, id, "refused");

            assertThat(found(new RefusedForGood())).containsExactly(4);
        }

        @Test
        void but_not_when_it_took_it_later() {
            String id = scene.request(0, "slip");
            scene.hears(30, 200, 0, true).tells(20, id, "refused");

            assertThat(found(new RefusedForGood())).isEmpty();
        }

        @Test
        void a_node_that_lives_and_says_nothing() {
            scene.silent(0, 60_000);

            assertThat(found(new Answered())).containsExactly(4);
        }

        @Test
        void a_node_that_sends_nothing_in_the_end() {
            scene.probed(0, "");
            scene.probed(0, "accepted");

            assertThat(found(new Answered())).containsExactly(4);
        }
    }

    @Nested
    @DisplayName("5: fail closed")
    class Closed {

        @Test
        void a_request_to_somebody_who_never_agreed() {
            scene.grants(0, "news");
            scene.request(1_000, "slip");

            assertThat(found(new FailClosed())).containsExactly(5);
        }

        @Test
        void or_agreed_afterwards() {
            scene.request(1_000, "slip");
            scene.grants(2_000, "slip");

            assertThat(found(new FailClosed())).containsExactly(5);
        }

        @Test
        void a_request_of_which_the_database_knows_nothing() {
            scene.grants(0, "slip").forgets(scene.request(1_000, "slip"));

            assertThat(found(new FailClosed())).containsExactly(5);
        }

        @Test
        void but_not_one_to_somebody_who_agreed() {
            scene.grants(0, "slip");
            scene.request(1_000, "slip");

            assertThat(found(new FailClosed())).isEmpty();
        }
    }

    private List<Integer> found(Check check) {
        return check.judge(scene.evidence()).stream().map(Violation::promise).toList();
    }
}
