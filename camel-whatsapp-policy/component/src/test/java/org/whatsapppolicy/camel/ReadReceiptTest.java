package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.header;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.policy.message.InvalidMessageException;
import org.whatsapppolicy.policy.message.MarkRead;
import org.whatsapppolicy.policy.message.TypingIndicator;
import org.whatsapppolicy.simulator.fault.Fault;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;
import org.whatsapppolicy.simulator.ledger.Operation;

/** Read receipts and typing go through {@code send}, and are no messages. */
class ReadReceiptTest {

    private static final String BY_SENDER = "whatsapp-policy:send?sender=billing";

    private final Rig rig = new Rig();
    private String theirs = "";

    @AfterEach
    void stop() {
        rig.close();
    }

    private void start() throws Exception {
        rig.start();
        theirs = rig.simulator.people().person(ANA).writes("Oi");
    }

    private List<LedgerEntry> reads() {
        return rig.simulator.ledger().where(entry -> entry.asked().operation() == Operation.READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "vertx-http"})
    void each_goes_out_once_in_whatever_form_it_comes(String transport) throws Exception {
        rig.with(c -> c.setTransport(transport));
        start();
        List<Object> bodies = List.of(
                new MarkRead(theirs),
                new TypingIndicator(theirs),
                Map.of("status", "read", "message_id", theirs),
                "{\"status\":\"read\",\"message_id\":\"" + theirs + "\",\"typing_indicator\":{\"type\":\"text\"}}");

        for (Object body : bodies) {
            Exchange exchange = rig.send(BY_SENDER, body, Map.of());
            assertThat(exchange.getException()).isNull();
            assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
            assertThat(header(exchange, WhatsAppPolicyConstants.DECISION)).isNull();
            assertThat(header(exchange, WhatsAppPolicyConstants.MESSAGE_ID)).isNull();
            assertThat(exchange.getMessage().getBody()).isSameAs(body);
        }

        assertThat(reads()).hasSize(4).allSatisfy(entry -> {
            assertThat(entry.answered().status()).isEqualTo(200);
            assertThat(entry.asked().json().path("message_id").asText()).isEqualTo(theirs);
        });
        List<Boolean> typing = new ArrayList<>();
        for (LedgerEntry read : reads()) {
            JsonNode json = read.asked().json();
            typing.add(json.has("typing_indicator"));
        }
        assertThat(typing).containsExactly(false, true, false, true);
    }

    @Test
    void a_purpose_has_a_sender_and_no_rule_of_it_is_asked() throws Exception {
        start();

        Exchange exchange = rig.send(Rig.SEND, new MarkRead(theirs), Map.of());

        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        assertThat(rig.store().nextDue()).isEmpty();
    }

    @Test
    void an_unknown_message_is_a_refusal_with_its_code() throws Exception {
        start();
        rig.simulator.faults().next(Fault.error(131009));

        Exchange exchange = rig.send(BY_SENDER, new MarkRead("wamid.unknown"), Map.of());

        assertThat(exchange.getException(WhatsAppApiException.class).getCode()).isEqualTo(131009);
        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("refused");
        assertThat(header(exchange, WhatsAppPolicyConstants.ERROR_CODE)).isEqualTo(131009);
    }

    @Test
    void a_lost_answer_is_unknown_and_nothing_is_repeated() throws Exception {
        rig.with(c -> c.setTimeout(500));
        start();
        for (Fault fault : List.of(
                Fault.resetAfterAcceptance(),
                Fault.silenceAfterAcceptance(),
                Fault.badGateway(503),
                Fault.unreadableBody())) {
            rig.simulator.ledger().clear();
            rig.simulator.faults().next(fault);
            Exchange exchange = rig.send(BY_SENDER, new MarkRead(theirs), Map.of());
            assertThat(exchange.getException()).as(fault.label()).isInstanceOf(OutcomeUnknownException.class);
            assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("unknown");
            assertThat(reads()).hasSize(1);
        }
    }

    @Test
    void what_was_never_written_is_refused() throws Exception {
        start();
        rig.simulator.faults().refuseConnections();

        assertThat(rig.send(BY_SENDER, new MarkRead(theirs), Map.of()).getException())
                .isInstanceOf(WhatsAppApiException.class);
    }

    @Test
    void a_token_that_changed_is_read_again() throws Exception {
        start();
        assertThat(rig.send(BY_SENDER, new MarkRead(theirs), Map.of()).getException())
                .isNull();
        rig.simulator.tokens().add("second-token").revoke("first-token");
        rig.properties.setProperty("wa.token", "second-token");

        Exchange exchange = rig.send(BY_SENDER, new MarkRead(theirs), Map.of());

        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
    }

    @Test
    void who_sends_must_be_said_and_known() throws Exception {
        start();

        assertThat(rig.send("whatsapp-policy:send", new MarkRead(theirs), Map.of())
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("sender: found none");
        assertThat(rig.send("whatsapp-policy:send?sender=nobody", new MarkRead(theirs), Map.of())
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected one of [billing]");
        assertThat(rig.send(BY_SENDER, Map.of("status", "delivered", "message_id", theirs), Map.of())
                        .getException())
                .isInstanceOf(InvalidMessageException.class);
        assertThat(rig.send(BY_SENDER + "&dryRun=true", new MarkRead(theirs), Map.of())
                        .getException())
                .isNull();
        assertThat(reads()).isEmpty();
    }
}
