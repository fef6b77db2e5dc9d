package org.whatsapppolicy.camel.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.camel.token.AccessToken;

@DisplayName("M-2, M-4: what was reached tells what an attempt means")
class DeliveryTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 50);
    private final Delivery delivery = new Delivery(
            UUID.randomUUID(),
            "billing",
            "http://127.0.0.1/v25.0/1001/messages",
            () -> new byte[0],
            new AccessToken("token", text -> text, nanos::get),
            nanos.get() + 100,
            nanos::get);

    @Test
    void a_claim_that_ran_out_writes_nothing() {
        nanos.addAndGet(100);

        assertThatThrownBy(delivery::begin).isInstanceOf(ClaimExpiredException.class);
        assertThat(delivery.without(new IOException())).isInstanceOf(Answer.NotBegun.class);
        assertThat(delivery.usedToken()).isNotNull();
    }

    @Test
    void nothing_is_begun_twice_and_the_first_beginning_counts() throws Exception {
        delivery.begin();

        assertThatThrownBy(delivery::begin).isInstanceOf(ClaimExpiredException.class);
        assertThat(delivery.without(new IOException())).isInstanceOf(Answer.Lost.class);
    }

    @Test
    void what_fails_before_the_beginning_was_not_written() {
        assertThat(delivery.without(new IOException())).isInstanceOf(Answer.Unreached.class);
    }

    @Test
    void what_fails_after_the_beginning_may_have_been_written_unless_no_connection_came_to_be() throws Exception {
        nanos.addAndGet(99);
        delivery.begin();

        assertThat(delivery.without(new ConnectException())).isInstanceOf(Answer.Lost.class);
        assertThat(delivery.withoutConnection(new IOException())).isInstanceOf(Answer.Lost.class);
        assertThat(delivery.withoutConnection(new RuntimeException(new ConnectException())))
                .isInstanceOf(Answer.Unreached.class);
    }

    @Test
    void one_that_is_late_is_never_begun() {
        assertThat(delivery.late()).isFalse();
        nanos.addAndGet(100);

        assertThat(delivery.late()).isTrue();
        assertThatThrownBy(delivery::begin).isInstanceOf(ClaimExpiredException.class);
    }

    @Test
    void nobody_waits_for_the_answer_any_more_to_what_was_not_begun() {
        assertThat(delivery.unanswered("no answer")).isInstanceOf(Answer.NotBegun.class);
        assertThatThrownBy(delivery::begin).isInstanceOf(ClaimExpiredException.class);
    }

    @Test
    void nobody_waits_for_the_answer_any_more_to_what_was_begun() throws Exception {
        delivery.begin();
        nanos.addAndGet(100);

        assertThat(delivery.late()).isFalse();
        assertThat(delivery.unanswered("no answer")).isEqualTo(new Answer.Lost("no answer"));
    }
}
