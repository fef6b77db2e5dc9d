package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.BRUNO;
import static org.whatsapppolicy.camel.Rig.CARLA;
import static org.whatsapppolicy.camel.Rig.SOON;
import static org.whatsapppolicy.camel.Rig.header;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.decision.PersonSettings;
import org.whatsapppolicy.policy.inbound.InboundEvent;
import org.whatsapppolicy.simulator.fault.Fault;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;
import org.whatsapppolicy.simulator.people.Person;
import org.whatsapppolicy.simulator.webhook.event.SeenPerson;
import org.whatsapppolicy.simulator.webhook.event.Standby;
import org.whatsapppolicy.simulator.webhook.inbound.Circumstances;
import org.whatsapppolicy.simulator.webhook.inbound.InboundMessage;
import org.whatsapppolicy.simulator.webhook.inbound.Text;

/** S-17 to S-19: what the policy answers by itself, with the platform's ledger as judge. */
class RepliesTest {

    private static final String RULES = """
            optOut:
              reply: { en: "No more messages.", pt: "Nada mais.", es: "Nada más." }
              help: { en: "Call us.", pt: "Ligue." }
              helpTo: "direct:help"
              ask:
                en: { text: "No more messages?", stop: "No more", keep: "Go on" }
                pt: { text: "Parar?", stop: "Parar", keep: "Continuar" }
            """;

    private final Listening listening = new Listening(Rig.POLICY
            .replace("optOut: { intake: external }\n", RULES)
            .replace("slip:\n", "slip:\n    optIn: [ keyword ]\n"));
    private final Rig rig = listening.rig;

    @BeforeEach
    void start() throws Exception {
        listening.start();
        rig.agreed(ANA, "slip").agreed(BRUNO, "slip");
    }

    @AfterEach
    void stop() {
        listening.close();
    }

    private Person ana() {
        return rig.simulator.people().person(ANA);
    }

    private @Nullable Object slip(String phone) {
        return header(rig.slip(phone), WhatsAppPolicyConstants.DECISION);
    }

    private List<String> texts() {
        return rig.accepted().stream()
                .map(LedgerEntry::asked)
                .map(asked -> asked.body())
                .toList();
    }

    private void later(Duration time) {
        rig.store().moveClock(rig.store().now().plus(time));
    }

    @Test
    @DisplayName("S-17: a typed opt-out is confirmed once, in its language, and nothing goes after it")
    void confirms_once() {
        ana().writes("PARAR");
        listening.accepted(1);
        ana().writes("sair");
        listening.heard(2);
        assertThat(rig.simulator.webhooks().redeliver(10)).isPositive();
        ana().writes("Oi");
        listening.heard(3);
        assertThat(slip(ANA)).isEqualTo("DENY");
        // What was begun for others comes through: whoever was to be told something was told it by now.
        assertThat(slip(BRUNO)).isEqualTo("ALLOW");
        assertThat(rig.simulator.ledger().acceptedTo(ANA)).hasSize(1);
        assertThat(texts().get(0)).contains("Nada mais.");
    }

    @Test
    @DisplayName(
            "A word of several languages is answered in the one of the person: their setting, their templates, their country")
    void a_shared_word_is_answered_in_the_persons_language() {
        String mexico = "+525512345678";
        rig.simulator.people().person(mexico).writes("PARAR");
        listening.accepted(1);
        assertThat(texts().get(0)).contains("Nada más.");

        rig.agreed(CARLA, "slip");
        rig.store()
                .settings(
                        rig.recipient(CARLA),
                        new PersonSettings(PersonSettings.NONE.quietHours(), PersonSettings.NONE.caps(), "es_MX"));
        rig.simulator.people().person(CARLA).writes("PARAR");
        listening.accepted(2);
        assertThat(texts().get(1)).contains("Nada más.");

        // Not shared: what was said counts.
        rig.simulator.people().person(BRUNO).writes("STOP texting me");
        listening.accepted(3);
        assertThat(texts().get(2)).contains("No more messages.");
    }

    @Test
    @DisplayName(
            "S-17: a tapped opt-out is confirmed, whatever it ends, in the language of the button and not of its payload")
    void confirms_a_tap() {
        ana().taps("opt-out:marketing", "Sair das ofertas");
        assertThat(listening.accepted(1).get(0).asked().body()).contains("Nada mais.");
        assertThat(slip(ANA)).isEqualTo("ALLOW");
    }

    @Test
    @DisplayName("S-17: never after the app's own menu")
    void does_not_confirm_the_menu() {
        ana().stopsOffers();
        await().atMost(SOON).until(() -> !listening.got.isEmpty());
        ana().writes("Oi");
        listening.heard(1);
        assertThat(slip(BRUNO)).isEqualTo("ALLOW");
        assertThat(rig.simulator.ledger().acceptedTo(ANA)).isEmpty();
    }

    @Test
    @DisplayName("S-46: the platform has its 200 although the confirmation takes its time")
    void does_not_delay_the_answer() {
        rig.simulator.faults().next(Fault.silenceAfterAcceptance());
        ana().writes("STOP");
        await().atMost(SOON)
                .until(() -> rig.simulator.ledger().webhooks().stream().anyMatch(w -> w.status() == 200));
        assertThat(listening.accepted(1)).hasSize(1);
        // Unknown counts as sent: it is not tried again.
        ana().writes("STOP");
        listening.heard(2);
        assertThat(slip(BRUNO)).isEqualTo("ALLOW");
        assertThat(rig.simulator.ledger().acceptedTo(ANA)).hasSize(1);
        rig.simulator.faults().refuseConnections();
    }

    @Test
    @DisplayName(
            "S-24: a STOP to a number that another application answers counts, and is that application's to answer")
    void standby_is_heard_and_not_answered() {
        SeenPerson seen = new SeenPerson("Ana", null, ANA.substring(1), null, null);
        rig.simulator
                .webhooks()
                .tell(new Standby(new InboundMessage(
                        ana().chat().number(),
                        seen,
                        "wamid.standby",
                        1_774_353_000,
                        new Text("STOP"),
                        Circumstances.NONE)));
        await().atMost(SOON).until(() -> !listening.got.isEmpty());
        assertThat(header(listening.got.element(), WhatsAppPolicyConstants.EVENT))
                .isEqualTo("standby-message");
        assertThat(slip(ANA)).isEqualTo("DENY");
        assertThat(slip(BRUNO)).isEqualTo("ALLOW");
        assertThat(rig.simulator.ledger().acceptedTo(ANA)).isEmpty();
    }

    @Test
    @DisplayName("S-16: a message that was changed into a STOP is one")
    void an_edit_counts() {
        String written = ana().writes("Oi");
        // An edit opens no window (S-24), so that what is answered to it has to find one.
        listening.heard(1);
        ana().edits(written, "STOP");
        listening.accepted(1);
        assertThat(slip(ANA)).isEqualTo("DENY");
    }

    @Test
    @DisplayName("S-19: who asks for help is told whom to ask, once, and somebody is told of it")
    void helps() {
        ana().writes("ajuda");
        assertThat(listening.accepted(1).get(0).asked().body()).contains("Ligue.");
        ana().writes("HELP");
        listening.heard(2);
        await().atMost(SOON).until(() -> listening.help.size() == 2);
        Exchange asked = listening.help.element();
        assertThat(asked.getMessage().getBody()).isInstanceOf(InboundEvent.class);
        assertThat(header(asked, WhatsAppPolicyConstants.RECIPIENT)).isEqualTo(ANA);
        assertThat(header(asked, WhatsAppPolicyConstants.SENDER)).isEqualTo("billing");
        assertThat(slip(BRUNO)).isEqualTo("ALLOW");
        assertThat(rig.simulator.ledger().acceptedTo(ANA)).hasSize(1);
        later(Duration.ofHours(1).plusMinutes(1));
        ana().writes("HELP");
        listening.accepted(3);
    }

    @Test
    @DisplayName("S-19: who asks for help is answered while the endpoint that is told of it still works on it")
    void the_answer_to_a_request_for_help_waits_for_nobody() {
        listening.desk = new CountDownLatch(1);
        ana().writes("ajuda");
        listening.accepted(1);
        assertThat(listening.help).isEmpty();
        listening.desk.countDown();
        await().atMost(SOON).until(() -> listening.help.size() == 1);
    }

    private void asked() {
        ana().writes("leave me alone");
        String question = listening.accepted(1).get(0).asked().body();
        assertThat(question)
                .contains("No more messages?")
                .contains("\"opt-out\"")
                .contains("\"keep-messages\"");
        // The window is closed again, and so the slip is no answer.
        later(Duration.ofHours(25));
        assertThat(slip(ANA)).isEqualTo("DEFER");
        later(Duration.ofMinutes(1));
    }

    @Test
    @DisplayName("S-18: an unclear answer is asked about; a tap on going on ends the hold")
    void asks_back_and_goes_on() {
        asked();
        ana().chat().tapsReply("keep-messages", "Go on", null);
        listening.heard(2);
        later(Duration.ofHours(25));
        Exchange slip = rig.send("direct:send", List.of("Ana", "hoje"), Rig.slipTo(ANA));
        assertThat(header(slip, WhatsAppPolicyConstants.DECISION)).isEqualTo("ALLOW");
    }

    @Test
    @DisplayName("S-18: a tap on no more messages is an opt-out, and is confirmed")
    void asks_back_and_stops() {
        asked();
        ana().chat().tapsReply("opt-out", "No more", null);
        assertThat(listening.accepted(2).get(1).asked().body()).contains("No more messages.");
        assertThat(slip(ANA)).isEqualTo("DENY");
    }

    @Test
    @DisplayName("S-12: a keyword opts in again where the purpose says so, and nowhere else")
    void opts_in_again() {
        rig.agreed(ANA, "reminder");
        ana().writes("STOP");
        listening.accepted(1);
        assertThat(slip(ANA)).isEqualTo("DENY");
        later(Duration.ofMinutes(1));
        ana().writes("START");
        listening.heard(2);
        assertThat(slip(ANA)).isEqualTo("ALLOW");
        Exchange other = rig.send("whatsapp-policy:send?purpose=reminder", List.of("Ana", "hoje"), Rig.slipTo(ANA));
        assertThat(header(other, WhatsAppPolicyConstants.DECISION)).isEqualTo("DENY");
    }
}
