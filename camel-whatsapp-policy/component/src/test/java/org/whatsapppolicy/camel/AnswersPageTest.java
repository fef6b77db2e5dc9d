package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.SOON;
import static org.whatsapppolicy.camel.Rig.header;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

/** What docs/webhook.md says of answers, opting in and texts from elsewhere, run as it stands there. */
class AnswersPageTest {

    private static final List<String> EXAMPLES = examples();

    private final Listening listening = new Listening(
            Rig.POLICY.replace("optOut: { intake: external }\n", example("optOut:\n"))
                    + example("purposes:\n  newsletter:").replace("purposes:\n", ""),
            builder -> builder.template(SimulatedTemplate.of("newsletter_confirm", "pt_BR", "UTILITY")
                    .withBody("Quer receber nossas novidades?")
                    .withQuickReplies("Sim", "Nao")));
    private final Rig rig = listening.rig;

    private static List<String> examples() {
        try {
            return Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL)
                    .matcher(Files.readString(Path.of("..", "..", "docs", "webhook.md")))
                    .results()
                    .map((MatchResult block) -> block.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String example(String holding) {
        return EXAMPLES.stream().filter(e -> e.contains(holding)).findFirst().orElseThrow();
    }

    @BeforeEach
    void start() throws Exception {
        listening.start();
        for (String route : List.of("direct:sign-up", "direct:mail")) {
            PluginHelper.getRoutesLoader(rig.camel)
                    .loadRoutes(ResourceHelper.fromString(route.substring(7) + ".yaml", example(route)));
        }
    }

    @AfterEach
    void stop() {
        listening.close();
    }

    private Exchange signsUp() {
        Map<String, Object> form = Map.of("phone", ANA, "at", "2026-03-24T11:00:00Z", "form", "form-9");
        return rig.send("direct:sign-up", form, Map.of());
    }

    private Exchange newsletter() {
        return rig.send(
                "whatsapp-policy:send?purpose=newsletter&template=offer&templateLanguage=pt_BR&parameter.nome=Ana",
                null,
                Map.of(WhatsAppPolicyConstants.RECIPIENT, ANA));
    }

    private List<String> templates() {
        return rig.accepted().stream()
                .map(LedgerEntry::asked)
                .map(asked -> String.valueOf(asked.template()))
                .toList();
    }

    @Test
    @DisplayName("S-13: requested, asked, confirmed")
    void double_opt_in() {
        Exchange asked = signsUp();
        assertThat(asked.getException()).isNull();
        assertThat(header(asked, WhatsAppPolicyConstants.EFFECT)).isEqualTo("applied");
        assertThat(header(asked, WhatsAppPolicyConstants.OUTCOME))
                .as(String.valueOf(header(asked, WhatsAppPolicyConstants.EXPLANATION)))
                .isEqualTo("accepted");
        assertThat(header(newsletter(), WhatsAppPolicyConstants.REASONS)).isEqualTo(List.of("consent-unconfirmed"));
        // Asked again: not within 30 days.
        assertThat(header(signsUp(), WhatsAppPolicyConstants.DECISION)).isEqualTo("DENY");
        rig.simulator.people().person(ANA).taps("opt-in:purpose:newsletter", "Sim");
        listening.heard(1);
        assertThat(header(newsletter(), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        assertThat(templates()).containsExactly("newsletter_confirm", "offer");
        assertThat(rig.accepted().get(0).asked().body())
                .contains("opt-in:purpose:newsletter")
                .contains("opt-out:purpose:newsletter");
        assertThat(header(signsUp(), WhatsAppPolicyConstants.REASONS))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains("consent-confirmed");
    }

    @Test
    @DisplayName("S-13: nobody is asked after an opt-out; a later request of the person lifts it")
    void is_not_asked_after_an_opt_out() {
        rig.send("direct:mail", "STOP", Map.of("phone", ANA, "mailId", "mail-1"));
        assertThat(header(signsUp(), WhatsAppPolicyConstants.REASONS))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains("opted-out");
        assertThat(rig.requests()).isEmpty();
        rig.store().moveClock(Rig.MORNING.plus(Duration.ofHours(2)));
        Map<String, Object> later = Map.of("phone", ANA, "at", "2026-03-24T13:00:00Z", "form", "form-10");
        assertThat(header(rig.send("direct:sign-up", later, Map.of()), WhatsAppPolicyConstants.OUTCOME))
                .isEqualTo("accepted");
    }

    @Test
    @DisplayName("S-12: START confirms what was requested")
    void a_keyword_confirms() {
        signsUp();
        rig.simulator.people().person(ANA).writes("START");
        listening.heard(1);
        assertThat(header(newsletter(), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
    }

    @Test
    @DisplayName("S-12: the app's sign-up link is a request, not yet a confirmation")
    void a_sign_up_is_a_request() {
        rig.simulator.people().person(ANA).signsUp("link-1");
        await().atMost(SOON).until(() -> !listening.got.isEmpty());
        assertThat(header(newsletter(), WhatsAppPolicyConstants.REASONS)).isEqualTo(List.of("consent-unconfirmed"));
    }

    @Test
    @DisplayName("S-17: the confirmation goes in the words of the page")
    void the_words_of_the_page() {
        rig.simulator.people().person(ANA).writes("não quero mais receber");
        assertThat(listening.accepted(1).get(0).asked().body()).contains("mais mensagens nossas");
    }
}
