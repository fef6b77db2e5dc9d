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
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.fault.Fault;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;

@DisplayName("S-24: outside the window a free-form message goes as the purpose's fallback template")
class FallbackTemplateTest {

    private final Rig rig = new Rig(Rig.POLICY
            .replace("slip:\n", "slip:\n    fallbackTemplate: { name: slip_due, language: pt_BR }\n")
            .replace("quietHours: none", "quietHours: [ \"22:00-06:00\" ]"));

    private int revision = 1;

    @BeforeEach
    void start() throws Exception {
        rig.start(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler()
                        .maximumRedeliveries(1)
                        .redeliveryDelay(0)
                        .onRedelivery(exchange -> theFallbackBecomes("offer")));
                from("direct:send").to(Rig.SEND);
            }
        });
        rig.agreed(ANA, "slip").agreed(ANA, "reminder");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private Exchange letter(String uri) {
        return letter(uri, "amanha");
    }

    private Exchange letter(String uri, String due) {
        Map<String, Object> headers = new HashMap<>(Map.of(WhatsAppPolicyConstants.RECIPIENT, ANA));
        headers.put(WhatsAppPolicyConstants.PARAMETER_PREFIX + "1", "Ana");
        headers.put(WhatsAppPolicyConstants.PARAMETER_PREFIX + "2", due);
        return rig.send(uri, "Seu boleto vence amanha", headers);
    }

    /** An empty name takes it away. */
    private void theFallbackBecomes(String template) {
        String now = Rig.POLICY.replace("revision: 1", "revision: " + ++revision);
        if (!template.isEmpty()) {
            now = now.replace("slip:\n", "slip:\n    fallbackTemplate: { name: " + template + ", language: pt_BR }\n");
        }
        rig.component.service().policy().replace(now, rig.store(), "billing");
    }

    private List<String> types() {
        return rig.accepted().stream().map(LedgerEntry::type).toList();
    }

    @Test
    void the_template_goes_and_the_answer_says_so() {
        Exchange exchange = letter("direct:send");
        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        assertThat(header(exchange, WhatsAppPolicyConstants.REASONS))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains("fallback-template");
        assertThat(types()).containsExactly("template");
        assertThat(rig.accepted().get(0).asked().template()).isEqualTo("slip_due");
    }

    @Test
    void inside_the_window_the_message_goes_as_it_is() {
        rig.wrote(ANA);
        assertThat(header(letter("direct:send"), WhatsAppPolicyConstants.REASONS))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .doesNotContain("fallback-template");
        assertThat(types()).containsExactly("text");
    }

    @Test
    void without_a_fallback_the_answer_is_no() {
        Exchange exchange = letter("whatsapp-policy:send?purpose=reminder");
        assertThat(header(exchange, WhatsAppPolicyConstants.REASONS)).isEqualTo(List.of("window-closed"));
        assertThat(rig.requests()).isEmpty();
    }

    @Test
    @DisplayName("S-37: what is held keeps its fallback, and the same key with the same words is the same message")
    void what_is_held_keeps_its_fallback() {
        // 23:00 in Sao Paulo.
        rig.store().moveClock(Rig.MORNING.plus(Duration.ofHours(14)));
        String uri = "whatsapp-policy:send?purpose=slip&idempotencyKey=slip-1";
        assertThat(header(letter(uri), WhatsAppPolicyConstants.DECISION)).isEqualTo("DEFER");
        assertThat(header(letter(uri), WhatsAppPolicyConstants.REPLAYED)).isEqualTo(true);
        rig.store().moveClock(Rig.MORNING.plus(Duration.ofHours(22)));
        await().atMost(SOON).until(() -> !rig.accepted().isEmpty());
        assertThat(types()).containsExactly("template");
    }

    @Test
    @DisplayName(
            "S-37: the policy may change or drop its fallback, and the same words are the same message by their key")
    void another_fallback_is_no_conflict() {
        String uri = Rig.SEND + "&idempotencyKey=slip-1";
        rig.wrote(ANA);
        assertThat(header(letter(uri), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");

        theFallbackBecomes("offer");
        assertThat(header(letter(uri), WhatsAppPolicyConstants.REPLAYED)).isEqualTo(true);
        theFallbackBecomes("");
        assertThat(header(letter(uri), WhatsAppPolicyConstants.REPLAYED)).isEqualTo(true);
        assertThat(types()).containsExactly("text");
    }

    @Test
    @DisplayName("S-37: what the route gave for the fallback is content too")
    void other_parameters_of_the_fallback_are_a_conflict() {
        String uri = Rig.SEND + "&idempotencyKey=slip-1";
        letter(uri);

        assertThat(letter(uri, "hoje").getException()).isInstanceOf(IdempotencyConflictException.class);
        assertThat(rig.accepted()).hasSize(1);
    }

    @Test
    @DisplayName("S-37, S-38: a redelivery is the same message when the policy changed its fallback meanwhile")
    void another_fallback_makes_no_second_message_of_a_redelivery() {
        rig.wrote(ANA);
        rig.simulator.faults().next(Fault.badGatewayAfterAcceptance(502));

        assertThat(letter("direct:send").getException()).isInstanceOf(OutcomeUnknownException.class);
        assertThat(revision).isEqualTo(2);
        assertThat(types()).containsExactly("text");
    }
}
