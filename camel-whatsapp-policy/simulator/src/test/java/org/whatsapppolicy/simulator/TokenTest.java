package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.text;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.conformance.Conforms;

class TokenTest {

    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    private final Simulator simulator =
            aSimulator().clock(SimulatorClock.virtual(START)).build().start();
    private final Client client = new Client(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Client.Answer sendWith(String authorization) throws Exception {
        return client.post("/v23.0/" + Client.NUMBER + "/messages", text("+15550101001", "Hi"), authorization);
    }

    private static int subcode(Client.Answer answer) {
        return answer.json().path("error").path("error_subcode").asInt();
    }

    @Test
    @Conforms("C-128")
    void without_a_token_the_answer_is_104_and_with_an_empty_one_200() throws Exception {
        Client.Answer none = sendWith("");
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.code()).isEqualTo(104);
        Client.Answer basic = sendWith("Basic abc");
        assertThat(basic.status()).isEqualTo(403);
        assertThat(basic.code()).isEqualTo(200);
        assertThat(simulator.ledger().requests())
                .noneMatch(entry -> entry.asked().authorized());
    }

    @Test
    @Conforms("C-129")
    void an_unknown_token_is_answered_with_190() throws Exception {
        Client.Answer answer = sendWith("Bearer other");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo(190);
        assertThat(subcode(answer)).isZero();
    }

    @Test
    @Conforms("C-130")
    void a_token_expires_at_its_instant_by_the_simulators_clock() throws Exception {
        simulator.tokens().add("short", START.plusSeconds(60));

        simulator.clock().advance(Duration.ofMillis(59_999));
        assertThat(sendWith("Bearer short").status()).isEqualTo(200);
        simulator.clock().advance(Duration.ofMillis(1));
        Client.Answer late = sendWith("Bearer short");
        assertThat(late.code()).isEqualTo(190);
        assertThat(subcode(late)).isEqualTo(463);
        assertThat(late.text()).contains("Wednesday, 25-Nov-26 04:01:00 PST");
    }

    @Test
    @Conforms("C-131")
    void expired_and_revoked_tokens_tell_themselves_apart_by_subcode() throws Exception {
        simulator.tokens().add("a").add("b").expire("a").revoke("b");

        assertThat(subcode(sendWith("Bearer a"))).isEqualTo(463);
        assertThat(subcode(sendWith("Bearer b"))).isEqualTo(467);
    }

    @Test
    @Conforms("C-132")
    void a_token_for_other_numbers_or_without_permission_is_refused() throws Exception {
        simulator.tokens().addFor("elsewhere", "209").addWithoutPermission("reader");

        Client.Answer elsewhere = sendWith("Bearer elsewhere");
        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(elsewhere.code()).isEqualTo(200);
        assertThat(sendWith("Bearer reader").code()).isEqualTo(131005);
    }

    @Test
    void while_no_token_is_declared_every_token_is_good() throws Exception {
        try (Simulator open = Simulator.builder().build().start()) {
            Client.Answer answer =
                    new Client(open).post("/v23.0/42/messages", text("+15550101001", "Hi"), "Bearer whatever");
            assertThat(answer.status()).isEqualTo(200);
        }
    }
}
