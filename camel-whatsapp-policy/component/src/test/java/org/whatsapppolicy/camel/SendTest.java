package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.SEND;
import static org.whatsapppolicy.camel.Rig.header;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.message.InvalidMessageException;

class SendTest {

    private static final Map<String, Object> TO_ANA = Map.of(WhatsAppPolicyConstants.RECIPIENT, ANA);

    private final Rig rig = new Rig();

    @BeforeEach
    void start() throws Exception {
        rig.start().agreed(ANA, "slip").wrote(ANA);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void sends_a_string_as_text() {
        Exchange exchange = rig.send(SEND, "Boleto vence amanha", TO_ANA);

        assertAccepted(exchange);
        assertThat(rig.accepted().get(0).asked().json().at("/text/body").asText())
                .isEqualTo("Boleto vence amanha");
        assertThat(exchange.getMessage().getBody()).isEqualTo("Boleto vence amanha");
    }

    @Test
    void the_request_carries_our_message_id_and_the_record_says_accepted() {
        Exchange exchange = rig.send(SEND, "Oi", TO_ANA);

        String id = exchange.getMessage().getHeader(WhatsAppPolicyConstants.MESSAGE_ID, String.class);
        assertThat(rig.accepted().get(0).asked().callbackData()).isEqualTo(id);
        assertThat(rig.store().message(UUID.fromString(id)).orElseThrow().state())
                .isEqualTo(MessageState.ACCEPTED);
        assertThat(header(exchange, WhatsAppPolicyConstants.WAMID))
                .isEqualTo(rig.accepted().get(0).wamid());
    }

    @Test
    void sends_a_map_in_cloud_api_shape() {
        assertAccepted(rig.send(
                SEND, Map.of("type", "location", "location", Map.of("latitude", -23.5, "longitude", -46.6)), TO_ANA));
    }

    @Test
    void sends_json_as_text_bytes_and_stream() {
        String json = "{\"to\":\"" + ANA + "\",\"type\":\"text\",\"text\":{\"body\":\"Oi\"}}";

        assertAccepted(rig.send(SEND, json, Map.of()));
        assertAccepted(rig.send(SEND, json.getBytes(StandardCharsets.UTF_8), Map.of()));
        assertAccepted(rig.send(SEND, new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Map.of()));
        assertThat(rig.accepted()).hasSize(3);
    }

    @Test
    void fills_a_template_from_a_list_a_map_headers_and_options() {
        assertAccepted(rig.send(SEND, List.of("Ana", "amanha"), Rig.slipTo(ANA)));
        assertAccepted(rig.send(SEND, Map.of("1", "Ana", "2", "amanha", "other", "x"), Rig.slipTo(ANA)));
        assertAccepted(rig.send(
                SEND + "&template=slip_due&parameter.1=${body[name]}&parameter.2=${header.due}",
                Map.of("name", "Ana"),
                Map.of(WhatsAppPolicyConstants.RECIPIENT, ANA, "due", "amanha")));
        assertThat(rig.accepted()
                        .get(2)
                        .asked()
                        .json()
                        .at("/template/components/0/parameters/1/text")
                        .asText())
                .isEqualTo("amanha");
    }

    @Test
    void a_missing_template_parameter_is_denied_with_its_reason() {
        Exchange exchange = rig.send(SEND, Map.of("1", "Ana"), Rig.slipTo(ANA));

        assertThat(header(exchange, WhatsAppPolicyConstants.DECISION)).isEqualTo("DENY");
        assertThat(rig.requests()).isEmpty();
    }

    @Test
    void a_text_that_is_too_long_fails_before_the_wire_and_names_field_limit_and_length() {
        Exchange exchange = rig.send(SEND, "x".repeat(5000), TO_ANA);

        assertThat(exchange.getException())
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("text.body")
                .hasMessageContaining("4096");
        assertThat(rig.requests()).isEmpty();
    }

    @Test
    void an_option_wins_over_a_header() {
        Exchange exchange = rig.send(
                "whatsapp-policy:send?purpose=slip&recipient=${body[phone]}&template=slip_due&parameter.1=a&parameter.2=b",
                Map.of("phone", ANA),
                Map.of(WhatsAppPolicyConstants.RECIPIENT, Rig.BRUNO, WhatsAppPolicyConstants.PURPOSE, "unknown"));

        assertAccepted(exchange);
        assertThat(rig.accepted().get(0).asked().recipient()).contains("5511987654321");
    }

    private static void assertAccepted(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        assertThat(header(exchange, WhatsAppPolicyConstants.DECISION))
                .as(String.valueOf(header(exchange, WhatsAppPolicyConstants.EXPLANATION)))
                .isEqualTo("ALLOW");
        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
    }
}
