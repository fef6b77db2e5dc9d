package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.BRUNO;
import static org.whatsapppolicy.camel.Rig.SOON;
import static org.whatsapppolicy.camel.Rig.header;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.identity.Sighting;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.MessageStatus;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.PolicyStore.PersonAct;

/** S-13: what becomes of a double opt-in when something else happens between the request, the question and the tap. */
class DoubleOptInTest {

    private static final String POLICY = Rig.POLICY
            .replace("whenLimited: deny", "whenLimited: defer")
            .replace(
                    "consent: { kind: opt-in, validFor: 365d }",
                    "consent: { kind: double-opt-in, validFor: 365d, ask: { name: offer_confirm, language: pt_BR } }\n"
                            + "    quietHours: [ \"08:00-08:30\" ]");

    private final Rig rig = new Rig(
                    POLICY,
                    builder -> builder.template(SimulatedTemplate.of("offer_confirm", "pt_BR", "UTILITY")
                            .withBody("Quer ofertas?")
                            .withQuickReplies("Sim", "Nao")))
            .with(component -> component.setPolicyInterval(20));
    private Instant now = Rig.MORNING;

    @BeforeEach
    void start() throws Exception {
        rig.start();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private void itIs(Instant then) {
        now = then;
        rig.store().moveClock(then);
    }

    private Exchange signsUp() {
        return consent("request&purpose=offers", Map.of("actedAt", now, "source", "signup", "reference", "form-9"));
    }

    private Exchange consent(String action, Map<String, ?> body) {
        Exchange exchange = rig.send(
                "whatsapp-policy:consent?action=" + action, body, Map.of(WhatsAppPolicyConstants.RECIPIENT, ANA));
        assertThat(exchange.getException()).isNull();
        return exchange;
    }

    private void taps(String phone) {
        Evidence tap = new Evidence(now, "button", null, null, null, "wamid.tap");
        rig.store().record(List.of(new PersonAct(rig.recipient(phone), new ConsentAct.Confirmed("offers", tap))));
    }

    private Exchange offer() {
        return rig.send(
                "whatsapp-policy:send?purpose=offers&template=offer&templateLanguage=pt_BR&parameter.nome=Ana",
                null,
                Map.of(WhatsAppPolicyConstants.RECIPIENT, ANA));
    }

    private void seenWith(String userId) {
        Sighting sighting = new Sighting(List.of(rig.recipient(ANA), new UserId(userId)), List.of(), "", now);
        rig.store()
                .inbox()
                .receive(List.of(new Receipt(userId, "message", rig.recipient(ANA), null, null, null, null, sighting)));
    }

    @Test
    @DisplayName(
            "S-13, S-23: a new owner of the phone who signs up is asked, and gets nothing on what the one before confirmed")
    void a_new_owner_is_asked() {
        seenWith("BR.1");
        assertThat(header(signsUp(), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        taps(ANA);
        assertThat(header(offer(), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");

        itIs(Rig.MORNING.plus(Duration.ofDays(40)));
        seenWith("BR.2");
        assertThat(header(offer(), WhatsAppPolicyConstants.REASONS)).asString().contains("consent-quarantined");

        itIs(Rig.MORNING.plus(Duration.ofDays(41)));
        Exchange asked = signsUp();
        assertThat(header(asked, WhatsAppPolicyConstants.OUTCOME))
                .as(String.valueOf(header(asked, WhatsAppPolicyConstants.EXPLANATION)))
                .isEqualTo("accepted");
        assertThat(header(offer(), WhatsAppPolicyConstants.REASONS)).isEqualTo(List.of("consent-unconfirmed"));
        taps(ANA);
        assertThat(header(offer(), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
    }

    @Test
    @DisplayName("S-13, S-47: a tap after the person was erased, or of somebody else, confirms nothing")
    void a_tap_of_somebody_unknown() {
        signsUp();
        taps(BRUNO);
        assertThat(header(offer(), WhatsAppPolicyConstants.REASONS)).isEqualTo(List.of("consent-unconfirmed"));

        consent("forget", Map.of());
        taps(ANA);
        assertThat(header(offer(), WhatsAppPolicyConstants.REASONS)).isEqualTo(List.of("no-consent"));
    }

    @Test
    @DisplayName("S-13, S-7: a question that waits when the document stops asking is not asked any more")
    void a_question_that_nobody_asks_any_more() throws Exception {
        // 08:00 in Sao Paulo.
        itIs(Rig.MORNING.minus(Duration.ofHours(1)));
        Exchange held = signsUp();
        assertThat(header(held, WhatsAppPolicyConstants.DECISION)).isEqualTo("DEFER");
        Files.writeString(
                Path.of(rig.component.getPolicy().substring("file:".length())),
                Rig.POLICY.replace("revision: 1", "revision: 2"));
        await().atMost(SOON).until(() -> "ALLOW"
                .equals(header(
                        rig.send(
                                "whatsapp-policy:check?purpose=offers&template=offer&templateLanguage=pt_BR&parameter.nome=Ana",
                                null,
                                Map.of(WhatsAppPolicyConstants.RECIPIENT, ANA)),
                        WhatsAppPolicyConstants.DECISION)));

        itIs(Rig.MORNING.plus(Duration.ofHours(1)));

        UUID id = UUID.fromString(String.valueOf(header(held, WhatsAppPolicyConstants.MESSAGE_ID)));
        await().atMost(SOON)
                .until(() -> rig.store().message(id).map(MessageStatus::state).orElseThrow() == MessageState.DENIED);
        assertThat(rig.store().message(id).orElseThrow().reasons()).containsExactly("unknown-purpose");
        assertThat(rig.requests()).isEmpty();
    }
}
