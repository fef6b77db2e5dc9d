package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.SOON;
import static org.whatsapppolicy.camel.Rig.header;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.consent.OptOut;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.simulator.fault.Fault;

/** {@code whatsapp-policy:optOut}: opt-outs from e-mail, text messages and the CRM. */
class OptOutEndpointTest {

    // Marketing without intake: external is possible, because this installation hears opt-outs (S-20).
    private final Rig rig = new Rig(Rig.POLICY.replace("optOut: { intake: external }\n", ""));

    @BeforeEach
    void start() throws Exception {
        rig.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").to(Rig.SEND);
                from("direct:mail").to("whatsapp-policy:optOut?source=email&reference=${header.mailId}");
            }
        });
        rig.agreed(ANA, "slip");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private Exchange text(String uri, Object body) {
        return rig.send(uri, body, Map.of(WhatsAppPolicyConstants.RECIPIENT, ANA, "mailId", "mail-7"));
    }

    private @Nullable Object decision() {
        return header(rig.slip(ANA), WhatsAppPolicyConstants.DECISION);
    }

    private @Nullable OptOut recorded(Scope scope) {
        return rig.store().lookup(rig.recipient(ANA), Duration.ZERO).consents().optOut(scope);
    }

    @Test
    @DisplayName("S-16: an e-mail that says stop ends everything proactive, with where it is known from")
    void an_e_mail_opts_out() {
        Exchange exchange = text("direct:mail", "Please stop sending me these messages.");
        assertThat(exchange.getException()).isNull();
        assertThat(header(exchange, WhatsAppPolicyConstants.INTENT)).isEqualTo("OPT_OUT");
        assertThat(String.valueOf(header(exchange, WhatsAppPolicyConstants.INTENT_MATCH)))
                .startsWith("en: ");
        assertThat(exchange.getMessage().getBody()).isEqualTo("Please stop sending me these messages.");
        assertThat(recorded(Scope.ALL)).satisfies(optOut -> {
            assertThat(optOut.evidence().source()).isEqualTo("email");
            assertThat(optOut.evidence().reference()).isEqualTo("mail-7");
        });
        assertThat(decision()).isEqualTo("DENY");
        // No confirmation: that belongs to the chat (S-17).
        assertThat(rig.requests()).isEmpty();
    }

    @Test
    @DisplayName("S-18: an unclear text holds what is proactive; ordinary ones change nothing")
    void an_unclear_text_holds() {
        assertThat(header(text("direct:mail", "Thanks, it arrived."), WhatsAppPolicyConstants.INTENT))
                .isEqualTo("NONE");
        assertThat(decision()).isEqualTo("ALLOW");
        assertThat(header(text("direct:mail", "leave me alone"), WhatsAppPolicyConstants.INTENT))
                .isEqualTo("AMBIGUOUS");
        // It is held for longer than a slip is worth sending.
        Exchange slip = rig.send("direct:send", List.of("Ana", "hoje"), Rig.slipTo(ANA));
        assertThat(header(slip, WhatsAppPolicyConstants.REASONS))
                .isEqualTo(List.of("expires-before-allowed", "answer-ambiguous"));
    }

    @Test
    void only_says_what_a_text_means() {
        Exchange exchange = rig.send("whatsapp-policy:optOut?record=false", "STOP", Map.of());
        assertThat(header(exchange, WhatsAppPolicyConstants.INTENT)).isEqualTo("OPT_OUT");
        assertThat(decision()).isEqualTo("ALLOW");
    }

    @Test
    @DisplayName("S-19: a language is a hint, by option or header")
    void takes_a_hint() {
        assertThat(header(
                        rig.send("whatsapp-policy:optOut?record=false&language=tr", "red", Map.of()),
                        WhatsAppPolicyConstants.INTENT))
                .isEqualTo("OPT_OUT");
        Map<String, Object> english = new HashMap<>(Map.of(WhatsAppPolicyConstants.LANGUAGE, "en"));
        assertThat(header(
                        rig.send("whatsapp-policy:optOut?record=false", "red", english),
                        WhatsAppPolicyConstants.INTENT))
                .isEqualTo("NONE");
    }

    @Test
    @DisplayName("S-16: what it covers, when it was and by which road may be said")
    void takes_scope_and_time() {
        Map<String, Object> headers = Map.of(
                WhatsAppPolicyConstants.RECIPIENT, ANA,
                WhatsAppPolicyConstants.ACTED_AT, "2026-03-20T10:00:00Z",
                WhatsAppPolicyConstants.SOURCE, "sms");
        assertThat(rig.send("whatsapp-policy:optOut?scope=marketing", "STOP", headers)
                        .getException())
                .isNull();
        assertThat(recorded(Scope.ALL)).isNull();
        assertThat(recorded(Scope.MARKETING)).satisfies(optOut -> {
            assertThat(optOut.evidence().source()).isEqualTo("sms");
            assertThat(optOut.evidence().act()).isEqualTo("2026-03-20T10:00:00Z");
        });
        assertThat(decision()).isEqualTo("ALLOW");
    }

    @Test
    @DisplayName(
            "S-16: an opt-out of a purpose that there is not is an error: it would end nothing, and nobody would know")
    void refuses_a_purpose_that_there_is_not() {
        Exchange wrong = text("whatsapp-policy:optOut?scope=purpose&purpose=slips", "STOP");
        assertThat(wrong.getException()).hasMessageContaining("slips").hasMessageContaining("nothing was recorded");
        assertThat(text("whatsapp-policy:optOut?scope=purpose&purpose=slip", "STOP")
                        .getException())
                .isNull();
        assertThat(decision()).isEqualTo("DENY");
    }

    @Test
    @DisplayName("S-21: it waits for what is under way, not for ever, and the opt-out stands all the same")
    void waits_for_what_is_under_way() {
        rig.simulator.faults().next(Fault.silenceAfterAcceptance());
        CompletableFuture<Exchange> sending = CompletableFuture.supplyAsync(() -> rig.slip(ANA));
        await().atMost(SOON).until(() -> !rig.requests().isEmpty());
        Exchange exchange = text("direct:mail", "STOP");
        assertThat(exchange.getException())
                .isInstanceOf(OptOutUnderWayException.class)
                .hasMessageContaining("recorded");
        assertThat(recorded(Scope.ALL)).isNotNull();
        rig.simulator.faults().refuseConnections();
        sending.join();
        assertThat(text("direct:mail", "STOP").getException()).isNull();
        assertThat(decision()).isEqualTo("DENY");
    }

    @Test
    void an_opt_out_of_nobody_is_an_error_and_no_silence() {
        Exchange exchange = rig.send("direct:mail", "STOP", Map.of("mailId", "mail-8"));
        assertThat(exchange.getException())
                .hasMessageContaining("recipient")
                .hasMessageContaining("nothing was recorded");
    }

    @Test
    void a_stream_that_can_be_read_once_is_refused_before_it_is_lost() {
        rig.camel.setStreamCaching(false);
        Exchange exchange = rig.send(
                "whatsapp-policy:optOut?record=false",
                new ByteArrayInputStream("STOP".getBytes(StandardCharsets.UTF_8)),
                Map.of());
        assertThat(exchange.getException()).hasMessageContaining("stream");
    }

    @Test
    void options_of_another_operation_are_refused() {
        assertThatThrownBy(() -> rig.camel.getEndpoint("whatsapp-policy:send?record=false"))
                .hasMessageContaining("record");
    }

    @Test
    @DisplayName("S-20: to classify alone is no way to hear an opt-out")
    void classifying_alone_hears_nothing() {
        try (Rig deaf = new Rig(Rig.POLICY.replace("optOut: { intake: external }\n", ""))) {
            assertThatThrownBy(() -> deaf.start(new RouteBuilder() {
                        @Override
                        public void configure() {
                            from("direct:mail").to("whatsapp-policy:optOut?record=false");
                        }
                    }))
                    .hasMessageContaining("S-20");
        }
    }
}
