package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.SOON;
import static org.whatsapppolicy.camel.Rig.header;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.simulator.fault.Fault;

class ConsentTest {

    private static final Map<String, Object> FORM =
            Map.of("actedAt", "2026-03-01T10:00:00-03:00", "source", "signup", "reference", "form-7");

    private Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    private Exchange consent(String uri, @Nullable Object body) {
        return rig.send(uri, body, Map.of(WhatsAppPolicyConstants.RECIPIENT, ANA));
    }

    @Test
    void grants_looks_up_and_withdraws() throws Exception {
        rig.start();
        Exchange granted = consent("whatsapp-policy:consent?action=grant&purpose=slip", FORM);
        assertThat(granted.getException()).isNull();
        assertThat(header(granted, WhatsAppPolicyConstants.EFFECT)).isEqualTo("applied");

        Exchange found = consent("whatsapp-policy:consent?action=lookup&purpose=slip", "left alone");
        assertThat(header(found, WhatsAppPolicyConstants.DECISION)).isEqualTo("ALLOW");
        assertThat(header(found, WhatsAppPolicyConstants.ACTED_AT)).isEqualTo(Instant.parse("2026-03-01T13:00:00Z"));
        assertThat(header(found, WhatsAppPolicyConstants.REFERENCE)).isEqualTo("form-7");
        assertThat(found.getMessage().getBody()).isEqualTo("left alone");

        assertThat(consent("whatsapp-policy:consent?action=withdraw&source=email", null)
                        .getException())
                .isNull();
        Exchange after = consent("whatsapp-policy:consent?action=lookup&purpose=slip", null);
        assertThat(header(after, WhatsAppPolicyConstants.DECISION)).isEqualTo("DENY");
        assertThat(header(after, WhatsAppPolicyConstants.SOURCE)).isEqualTo("email");
        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.DECISION)).isEqualTo("DENY");
    }

    @Test
    void tells_in_one_call_where_a_person_stands_with_every_purpose() throws Exception {
        rig.start();
        consent("whatsapp-policy:consent?action=grant&purpose=slip", FORM);
        consent("whatsapp-policy:consent?action=grant&purpose=offers", FORM);
        consent("whatsapp-policy:consent?action=withdraw&scope=marketing&source=email", null);

        Exchange found = consent("whatsapp-policy:consent?action=lookup", "left alone");

        assertThat(found.getException()).isNull();
        assertThat(found.getMessage().getBody()).isEqualTo("left alone");
        Exchange until = consent("whatsapp-policy:consent?action=lookup&purpose=offers", null);
        assertThat(header(until, WhatsAppPolicyConstants.EXPIRES)).isNull();
        assertThat(header(found, WhatsAppPolicyConstants.CONSENTS))
                .asString()
                .contains("purpose=offers, decision=DENY, reasons=[opted-out]")
                .contains("source=email")
                .contains("purpose=reminder, decision=DENY, reasons=[no-consent]}")
                .contains("purpose=slip, decision=ALLOW")
                .contains("actedAt=2026-03-01T13:00:00Z, source=signup, reference=form-7");
    }

    @Test
    @DisplayName("S-11: until when a grant is good is told also where the purpose says it")
    void tells_until_when() throws Exception {
        rig.start();
        consent("whatsapp-policy:consent?action=grant&purpose=offers", FORM);
        Exchange found = consent("whatsapp-policy:consent?action=lookup&purpose=offers", null);
        assertThat(header(found, WhatsAppPolicyConstants.EXPIRES))
                .isEqualTo(Instant.parse("2026-03-01T13:00:00Z").plus(Duration.ofDays(365)));
    }

    @Test
    void a_grant_without_the_time_of_the_act_is_refused_with_what_is_missing() throws Exception {
        rig.start();

        Exchange exchange = consent("whatsapp-policy:consent?action=grant&purpose=slip", Map.of("source", "signup"));

        assertThat(exchange.getException()).hasMessageContaining("actedAt");
    }

    @Test
    @DisplayName("S-12: a grant dated ahead is refused, or it would lift a STOP that comes until then")
    void a_grant_of_the_future_is_refused() throws Exception {
        rig.start();
        Map<String, Object> wrong = new HashMap<>(FORM);
        wrong.put("actedAt", Rig.MORNING.plus(Duration.ofDays(300)).toString());

        Exchange exchange = consent("whatsapp-policy:consent?action=grant&purpose=slip", wrong);

        assertThat(exchange.getException()).hasMessageContaining("actedAt").hasMessageContaining("ahead of now");
        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.REASONS)).isEqualTo(List.of("no-consent"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent.yaml", "consent.xml"})
    void filters_in_yaml_and_xml(String file) throws Exception {
        rig.start();
        PluginHelper.getRoutesLoader(rig.camel)
                .loadRoutes(ResourceHelper.resolveResource(rig.camel, "classpath:" + file));
        consent("direct:grant", FORM);

        Exchange exchange = rig.send("direct:filtered", List.of("Ana", "amanha"), Rig.slipTo(ANA));

        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
    }

    private void outside(RouteBuilder crm) throws Exception {
        rig.close();
        rig = new Rig(Rig.POLICY.replace(
                "consent: opt-in\n    caps: none", "consent: { kind: opt-in, from: \"direct:crm\" }\n    caps: none"));
        rig.with(c -> c.setConsentTimeout(300));
        rig.camel.addRoutes(crm);
        rig.start();
    }

    private Exchange asked(Object answer) throws Exception {
        outside(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:crm").process(e -> {
                    if (answer instanceof Exception problem) {
                        throw problem;
                    }
                    e.getMessage().setBody(answer);
                });
            }
        });
        return rig.slip(ANA);
    }

    @Test
    void an_outside_system_is_asked_before_the_decision() throws Exception {
        Map<String, Object> yes = new HashMap<>(Map.of("granted", true, "asOf", Rig.MORNING.toString(), "id", "crm-9"));
        assertThat(header(asked(yes), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        assertThat(header(asked(true), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        assertThat(header(asked(false), WhatsAppPolicyConstants.DECISION)).isEqualTo("DENY");
        assertThat(header(asked(List.of()), WhatsAppPolicyConstants.DECISION)).isEqualTo("DENY");
    }

    @Test
    @DisplayName(
            "S-16: a withdrawal of everything is recorded also when a purpose stands beside it that there is not any more")
    void a_withdrawal_of_everything_needs_no_purpose() throws Exception {
        rig.start();
        rig.agreed(ANA, "slip");
        Map<String, Object> event =
                Map.of(WhatsAppPolicyConstants.RECIPIENT, ANA, WhatsAppPolicyConstants.PURPOSE, "gone");

        assertThat(rig.send("whatsapp-policy:consent?action=withdraw&source=crm", null, event)
                        .getException())
                .hasMessageContaining("gone");
        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.DECISION)).isEqualTo("ALLOW");
        assertThat(rig.send("whatsapp-policy:consent?action=withdraw&source=crm&scope=all", null, event)
                        .getException())
                .isNull();
        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.DECISION)).isEqualTo("DENY");
    }

    @Test
    @DisplayName("S-14: where an outside system is asked, what our own store holds is not told as the evidence")
    void a_lookup_tells_no_other_evidence_than_what_counts() throws Exception {
        outside(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:crm").process(e -> e.getMessage().setBody(Map.of("granted", true, "id", "crm-9")));
            }
        });
        consent("whatsapp-policy:consent?action=grant&purpose=slip", FORM);

        Exchange found = consent("whatsapp-policy:consent?action=lookup&purpose=slip", null);
        assertThat(header(found, WhatsAppPolicyConstants.DECISION)).isEqualTo("ALLOW");
        assertThat(header(found, WhatsAppPolicyConstants.EXPLANATION))
                .asString()
                .contains("direct:crm as of");
        assertThat(header(found, WhatsAppPolicyConstants.REFERENCE)).isNull();
        assertThat(header(found, WhatsAppPolicyConstants.ACTED_AT)).isNull();

        consent("whatsapp-policy:consent?action=withdraw&source=email", null);
        Exchange after = consent("whatsapp-policy:consent?action=lookup&purpose=slip", null);
        assertThat(header(after, WhatsAppPolicyConstants.SOURCE)).isEqualTo("email");
    }

    @Test
    @DisplayName(
            "S-21: who is told that a withdrawal is recorded can rely on it: what is under way is waited for, not for ever")
    void a_withdrawal_waits_for_what_is_under_way() throws Exception {
        rig.start();
        rig.agreed(ANA, "slip").simulator.faults().next(Fault.silenceAfterAcceptance());
        CompletableFuture<Exchange> sending = CompletableFuture.supplyAsync(() -> rig.slip(ANA));
        await().atMost(SOON).until(() -> !rig.requests().isEmpty());

        assertThat(consent("whatsapp-policy:consent?action=withdraw", null).getException())
                .isInstanceOf(OptOutUnderWayException.class)
                .hasMessageContaining("recorded");
        rig.simulator.faults().refuseConnections();
        sending.join();
        assertThat(consent("whatsapp-policy:consent?action=withdraw", null).getException())
                .isNull();
        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.DECISION)).isEqualTo("DENY");
    }

    @Test
    @DisplayName("S-47: who is told that somebody was forgotten can rely on it: what may still begin is waited for")
    void forgetting_waits_for_what_is_under_way() throws Exception {
        rig.start();
        rig.agreed(ANA, "slip").simulator.faults().next(Fault.silenceAfterAcceptance());
        CompletableFuture<Exchange> sending = CompletableFuture.supplyAsync(() -> rig.slip(ANA));
        await().atMost(SOON).until(() -> !rig.requests().isEmpty());
        long begun = System.nanoTime();

        Exchange forgotten = consent("whatsapp-policy:consent?action=forget", null);

        assertThat(header(forgotten, WhatsAppPolicyConstants.EFFECT)).isEqualTo("applied");
        // The clock of the store stands still: the whole lease is left.
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        rig.simulator.faults().refuseConnections();
        sending.join();
    }

    @Test
    void an_outside_system_that_fails_or_is_silent_denies() throws Exception {
        assertThat(header(asked(new IllegalStateException("away")), WhatsAppPolicyConstants.REASONS))
                .isEqualTo(List.of("consent-unavailable"));
        CountDownLatch never = new CountDownLatch(1);
        outside(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:crm").process(e -> never.await(5, TimeUnit.SECONDS));
            }
        });
        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.REASONS)).isEqualTo(List.of("consent-unavailable"));
        never.countDown();
    }
}
