package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.SOON;
import static org.whatsapppolicy.camel.Rig.header;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.policy.answer.ErrorClass;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.simulator.fault.Fault;

/** M-3, M-4: each answer is one request, one outcome, and an exchange that completes. */
class OutcomeTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void start() throws Exception {
        rig.start().agreed(ANA, "slip");
    }

    @AfterEach
    void everything_completed() {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(rig.camel.getInflightRepository().size()).isZero());
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    @DisplayName("M-4: a 5xx is unknown, and is asked once")
    void a_server_error_is_unknown_and_one_request(int status) {
        rig.simulator.faults().next(Fault.badGateway(status));

        assertUnknown(rig.slip(ANA));
    }

    @Test
    void a_graph_error_131000_is_unknown_and_one_request() {
        rig.simulator.faults().next(Fault.serverError(500));

        Exchange exchange = rig.slip(ANA);

        assertUnknown(exchange);
        assertThat(header(exchange, WhatsAppPolicyConstants.ERROR_CODE)).isEqualTo(131000);
    }

    @Test
    void a_reset_before_and_after_acceptance_is_unknown_and_one_request() {
        rig.simulator.faults().next(Fault.resetBeforeAcceptance());
        assertUnknown(rig.slip(ANA));
        rig.simulator.ledger().clear();
        rig.simulator.faults().next(Fault.resetAfterAcceptance());
        assertUnknown(rig.slip(ANA));
    }

    @Test
    void a_200_without_a_readable_id_is_unknown() {
        rig.simulator
                .faults()
                .next(Fault.unreadableBody())
                .next(Fault.withoutMessageId())
                .next(Fault.halfBody());

        for (int i = 0; i < 3; i++) {
            rig.simulator.ledger().clear();
            assertUnknown(rig.slip(ANA));
        }
    }

    @Test
    void a_definite_refusal_is_a_typed_exception() {
        rig.simulator.faults().next(Fault.error(131026));

        Exchange exchange = rig.slip(ANA);

        assertThat(exchange.getException()).isInstanceOfSatisfying(WhatsAppApiException.class, e -> {
            assertThat(e.getCode()).isEqualTo(131026);
            assertThat(e.getErrorClass()).isEqualTo(ErrorClass.RECIPIENT_UNREACHABLE);
            assertThat(e.getRetryAfter()).isNull();
            assertThat(e).hasMessageNotContaining("98765");
        });
        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("refused");
        assertThat(state(exchange)).isEqualTo(MessageState.FAILED);
    }

    @Test
    @DisplayName(
            "S-16: a refusal because the person stopped offers is an opt-out of marketing, in force when the route hears it")
    void a_refusal_of_offers_ends_all_offers() {
        rig.agreed(ANA, "offers");
        rig.simulator.faults().next(Fault.error(131050));

        assertThat(rig.send("direct:send", Map.of("nome", "Ana"), offer()).getException())
                .isInstanceOf(WhatsAppApiException.class);
        Exchange second = rig.send("direct:send", Map.of("nome", "Ana"), offer());

        assertThat(header(second, WhatsAppPolicyConstants.DECISION)).isEqualTo("DENY");
        assertThat(String.valueOf(header(second, WhatsAppPolicyConstants.REASONS)))
                .contains("opted-out");
        assertThat(rig.requests()).hasSize(1);
        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
    }

    private static Map<String, Object> offer() {
        return Map.of(
                WhatsAppPolicyConstants.RECIPIENT, ANA,
                WhatsAppPolicyConstants.PURPOSE, "offers",
                WhatsAppPolicyConstants.TEMPLATE, "offer",
                WhatsAppPolicyConstants.TEMPLATE_LANGUAGE, "pt_BR");
    }

    @Test
    @DisplayName("S-30: throttling is refused before processing; the message is held and sent later")
    void a_throttled_message_is_held_and_sent_when_it_is_due() {
        rig.simulator.faults().next(Fault.error(130429));

        Exchange exchange = rig.slip(ANA);

        assertThat(header(exchange, WhatsAppPolicyConstants.DECISION)).isEqualTo("DEFER");
        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("taken");
        assertThat(header(exchange, WhatsAppPolicyConstants.ERROR_CODE)).isEqualTo(130429);
        assertThat(rig.requests()).hasSize(1);
        rig.store().moveClock(Rig.MORNING.plusSeconds(2));
        rig.simulator.ledger().awaitAccepted(1, SOON);
        await().atMost(SOON).untilAsserted(() -> assertThat(state(exchange)).isEqualTo(MessageState.ACCEPTED));
    }

    @Test
    void a_refused_connection_is_no_request_and_the_message_is_held() {
        rig.simulator.faults().refuseConnections();

        Exchange exchange = rig.slip(ANA);

        assertThat(exchange.getException()).isNull();
        assertThat(header(exchange, WhatsAppPolicyConstants.DECISION)).isEqualTo("DEFER");
        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("taken");
        assertThat(rig.requests()).isEmpty();
        rig.simulator.faults().acceptConnections();
        rig.store().moveClock(Rig.MORNING.plusSeconds(2));
        rig.simulator.ledger().awaitAccepted(1, SOON);
    }

    @Test
    @DisplayName("S-28: a refusal whose next attempt lies past the expiry is told at once")
    void a_refusal_that_no_attempt_can_follow_is_the_end() {
        rig.simulator.faults().next(Fault.error(131049)).next(Fault.error(131049));
        Map<String, Object> headers = new HashMap<>(Rig.slipTo(ANA));

        headers.put(WhatsAppPolicyConstants.EXPIRES_AT, Rig.MORNING.plus(Duration.ofHours(24)));
        Exchange ended = rig.send("direct:send", List.of("Ana", "amanha"), headers);
        headers.put(
                WhatsAppPolicyConstants.EXPIRES_AT,
                Rig.MORNING.plus(Duration.ofHours(24)).plusSeconds(1));
        Exchange held = rig.send("direct:send", List.of("Ana", "amanha"), headers);

        assertThat(ended.getException()).isInstanceOf(WhatsAppApiException.class);
        assertThat(header(ended, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("refused");
        assertThat(header(ended, WhatsAppPolicyConstants.ERROR_CODE)).isEqualTo(131049);
        assertThat(state(ended)).isEqualTo(MessageState.FAILED);
        assertThat(header(held, WhatsAppPolicyConstants.DECISION)).isEqualTo("DEFER");
    }

    @Test
    @DisplayName("S-32: 131049 ends a message to the United States, where it is no pause")
    void what_the_united_states_do_not_get_is_not_tried_again() {
        rig.agreed("+15125550143", "slip").wrote("+15125550143");
        rig.simulator.faults().next(Fault.error(131049));

        Exchange ended = rig.slip("+15125550143");

        assertThat(ended.getException()).isInstanceOf(WhatsAppApiException.class);
        assertThat(header(ended, WhatsAppPolicyConstants.ERROR_CODE)).isEqualTo(131049);
        assertThat(state(ended)).isEqualTo(MessageState.FAILED);
    }

    @Test
    void attempts_are_bounded_and_the_last_refusal_is_told() {
        rig.camel.getComponent("whatsapp-policy", WhatsAppPolicyComponent.class);
        rig.simulator.faults().next(50, Fault.error(130429));

        Exchange exchange = rig.slip(ANA);
        for (int i = 1; i < 5; i++) {
            int made = i;
            await().atMost(SOON).untilAsserted(() -> assertThat(rig.requests()).hasSize(made));
            await().atMost(SOON).untilAsserted(() -> assertThat(state(exchange)).isEqualTo(MessageState.HELD));
            rig.store().moveClock(rig.store().now().plus(Duration.ofMinutes(6)));
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(state(exchange)).isEqualTo(MessageState.FAILED));
        assertThat(rig.requests()).hasSize(5);
    }

    @Test
    @DisplayName("S-38: each refusal doubles the wait for the next attempt")
    void a_throttled_message_waits_longer_each_time() {
        rig.simulator.faults().next(50, Fault.error(130429));

        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.DECISION)).isEqualTo("DEFER");

        waitsTwiceAsLongEachTime();
        await().atMost(SOON).untilAsserted(() -> assertThat(rig.requests()).hasSize(4));
    }

    @Test
    @DisplayName("S-38: so does each connection that does not come about")
    void an_unreachable_platform_is_tried_less_often_each_time() {
        rig.simulator.faults().refuseConnections();

        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.DECISION)).isEqualTo("DEFER");

        waitsTwiceAsLongEachTime();
    }

    @Test
    @DisplayName(
            "S-38: a platform that cannot be reached ends no message, however often that was tried; it goes when it can")
    void an_unreachable_platform_ends_nothing() {
        rig.simulator.faults().refuseConnections();
        rig.slip(ANA);
        for (int tries = 1; tries <= 12; tries++) {
            Duration next = Duration.ofSeconds(Math.min(1L << (tries - 1), 300));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rig.store().untilDue()).contains(next));
            if (tries == 12) {
                rig.simulator.faults().acceptConnections();
            }
            rig.store().moveClock(rig.store().now().plus(next));
        }

        await().atMost(SOON).until(() -> rig.accepted().size() == 1);
    }

    private void waitsTwiceAsLongEachTime() {
        for (int wait = 1; wait <= 8; wait *= 2) {
            Duration next = Duration.ofSeconds(wait);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rig.store().untilDue()).contains(next));
            if (wait < 8) {
                rig.store().moveClock(rig.store().now().plus(next));
            }
        }
    }

    @Test
    void a_rotated_token_counts_without_a_restart() {
        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        rig.simulator.tokens().add("second-token");
        rig.simulator.tokens().revoke("first-token");
        rig.properties.setProperty("wa.token", "second-token");

        Exchange exchange = rig.slip(ANA);

        assertThat(exchange.getException()).isNull();
        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
    }

    @Test
    void a_refused_token_is_an_auth_exception_and_never_shows_the_token() {
        rig.simulator.tokens().revoke("first-token");

        Exchange exchange = rig.slip(ANA);

        assertThat(exchange.getException())
                .isInstanceOf(WhatsAppAuthException.class)
                .hasMessageNotContaining("first-token");
        assertThat(rig.requests()).hasSize(1);
    }

    private void assertUnknown(Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(OutcomeUnknownException.class);
        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("unknown");
        assertThat(rig.requests()).hasSize(1);
        assertThat(state(exchange)).isEqualTo(MessageState.UNKNOWN);
    }

    private MessageState state(Exchange exchange) {
        String id = exchange.getMessage().getHeader(WhatsAppPolicyConstants.MESSAGE_ID, String.class);
        return rig.store().message(UUID.fromString(id)).orElseThrow().state();
    }
}
