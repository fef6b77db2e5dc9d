package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.header;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.StartupListener;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.policy.ledger.MessageState;

class StartTest {

    private static void assertRefused(Rig rig, String... parts) {
        try (rig) {
            assertThatThrownBy(rig::start).rootCause().satisfies(cause -> {
                for (String part : parts) {
                    assertThat(cause).hasMessageContaining(part);
                }
            });
        }
    }

    @Test
    void a_mistake_in_the_policy_stops_the_start_with_file_and_line() {
        assertRefused(new Rig(Rig.POLICY.replace("caps: none", "cap: none")), "whatsapp-policy.yaml:", "cap");
    }

    @Test
    @DisplayName("S-20: marketing needs a way to hear opt-outs")
    void marketing_without_intake_is_refused() {
        // Known only when all routes are: none of them receives what people answer.
        try (Rig rig = new Rig(Rig.POLICY.replace("optOut: { intake: external }\n", ""))) {
            assertThatThrownBy(rig::start)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("intake: external")
                    .hasMessageContaining("from whatsapp-policy:webhook")
                    .hasMessageContaining("offers");
        }
    }

    @Test
    @DisplayName("S-20: so does what turns out to be marketing by its template alone")
    void marketing_by_its_template_without_intake() throws Exception {
        String utility = Rig.POLICY
                .replace("optOut: { intake: external }\n", "")
                .replace("category: marketing", "category: utility");
        String offer = "whatsapp-policy:send?purpose=offers&template=offer&templateLanguage=pt_BR&parameter.nome=Ana";
        try (Rig rig = new Rig(utility)) {
            rig.start().agreed(Rig.ANA, "offers").agreed(Rig.ANA, "slip");
            Exchange denied = rig.send(offer, null, Map.of(WhatsAppPolicyConstants.RECIPIENT, Rig.ANA));
            assertThat(header(denied, WhatsAppPolicyConstants.REASONS))
                    .asString()
                    .startsWith("[no-intake");
            assertThat(header(rig.slip(Rig.ANA), WhatsAppPolicyConstants.DECISION))
                    .isEqualTo("ALLOW");
        }
        try (Rig rig = new Rig(Rig.POLICY.replace("category: marketing", "category: utility"))) {
            rig.start().agreed(Rig.ANA, "offers");
            Exchange allowed = rig.send(offer, null, Map.of(WhatsAppPolicyConstants.RECIPIENT, Rig.ANA));
            assertThat(header(allowed, WhatsAppPolicyConstants.DECISION)).isEqualTo("ALLOW");
        }
    }

    @Test
    @DisplayName("S-20: an installation whose start is refused sends nothing of what was held either")
    void what_is_held_stays_when_the_start_is_refused() throws Exception {
        String deferring = Rig.POLICY.replace("whenLimited: deny", "whenLimited: defer");
        String offer = "whatsapp-policy:send?purpose=offers&template=offer&templateLanguage=pt_BR&parameter.nome=Ana";
        try (Rig rig = new Rig(deferring);
                Rig refused = new Rig(deferring
                        .replace("optOut: { intake: external }\n", "")
                        .replace("revision: 1", "revision: 2"))) {
            rig.start().agreed(ANA, "offers");
            rig.send(offer, null, Map.of(WhatsAppPolicyConstants.RECIPIENT, ANA));
            Exchange second = rig.send(offer, null, Map.of(WhatsAppPolicyConstants.RECIPIENT, ANA));
            UUID held = UUID.fromString(String.valueOf(header(second, WhatsAppPolicyConstants.MESSAGE_ID)));
            rig.camel.stop();
            rig.store().moveClock(Rig.MORNING.plus(Duration.ofHours(25)));
            refused.camel.addStartupListener(new SlowStart());

            assertThatThrownBy(refused.store(rig.store())::start).hasMessageContaining("intake: external");

            assertThat(rig.store().message(held).orElseThrow().state()).isEqualTo(MessageState.HELD);
            assertThat(refused.requests()).isEmpty();
        }
    }

    /** Takes its time when the components run, before anybody looks whether the start is to be refused. */
    private static final class SlowStart implements StartupListener {
        @Override
        public void onCamelContextStarting(CamelContext context, boolean already) throws Exception {
            boolean unused = new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
        }

        @Override
        public void onCamelContextStarted(CamelContext context, boolean already) {}
    }

    @Test
    void spans_that_no_clock_could_add_are_refused() {
        assertRefused(new Rig().with(c -> c.setUnknownHorizon(Long.MAX_VALUE)), "unknownHorizon", "at most");
        assertRefused(new Rig().with(c -> c.setTimeout(0)), "timeout: found 0 ms, expected at least 1");
        assertRefused(new Rig().with(c -> c.setTemplateInterval(-1)), "templateInterval", "at least 1");
        assertRefused(new Rig().with(c -> c.setConsentTimeout(Long.MAX_VALUE)), "consentTimeout");
        assertRefused(new Rig().with(c -> c.setPolicyInterval(Long.MAX_VALUE)), "policyInterval");
    }

    @Test
    @DisplayName(
            "S-47: an archive that does not exist is told at start, and not when the first row is past its retention")
    void an_archive_that_is_misspelt() {
        assertRefusedAsSuch("flie:/var/archive?fileName=ledger.jsonl");
        assertRefusedAsSuch("file:/var/archive?fileNmae=ledger.jsonl");
        assertRefusedAsSuch("archive");
    }

    private static void assertRefusedAsSuch(String archiveTo) {
        try (Rig rig = new Rig().with(c -> c.setArchiveTo(archiveTo))) {
            assertThatThrownBy(rig::start)
                    .hasStackTraceContaining("archiveTo: found " + archiveTo)
                    .hasStackTraceContaining("expected the URI of an endpoint");
        }
    }

    @Test
    void the_guard_comes_later() {
        assertRefused(new Rig().with(c -> c.setGuard("whatsapp")), "later release");
    }

    @Test
    @DisplayName("S-8: a store must be named or be the only one")
    void without_a_store_the_start_says_what_to_set() {
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.build();
        try {
            WhatsAppPolicyComponent component = new WhatsAppPolicyComponent(camel);
            component.setPolicy(Rig.file("whatsapp-policy.yaml", Rig.POLICY.replace("{{wa.token}}", "t")));
            camel.addComponent("whatsapp-policy", component);
            assertThatThrownBy(component::start)
                    .hasMessageContaining("no DataSource")
                    .hasMessageContaining("camel.component.whatsapp-policy.database");
        } finally {
            camel.stop();
        }
    }

    @Test
    void a_start_that_is_refused_leaves_no_file_open_and_no_thread_behind(@TempDir Path folder) throws Exception {
        try (Rig rig = new Rig().with(c -> c.setTransport("htp"))) {
            rig.component.setDatabase(folder.resolve("policy.db").toString());

            // Camel goes on, as where somebody starts components by hand.
            rig.camel.build();

            assertThatThrownBy(rig.component::start).hasStackTraceContaining("transport: found htp");

            // SQLite takes it away when the last connection is closed.
            assertThat(folder.resolve("policy.db-wal")).doesNotExist();
            await().atMost(Rig.SOON).until(() -> threadsOf(rig).isEmpty());
        }
    }

    private static List<String> threadsOf(Rig rig) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("(" + rig.camel.getName() + ")") && name.contains("WhatsAppPolicy"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "whatsapp-policy:control",
                "whatsapp-policy:nonsense",
                "whatsapp-policy:send?recipient=+5511987654321",
                "whatsapp-policy:send?purpos=slip",
                "whatsapp-policy:send?onDeny=explode",
                "whatsapp-policy:consent",
                "whatsapp-policy:consent?action=forgive",
                "whatsapp-policy:send?async=true&dryRun=true"
            })
    void an_endpoint_that_cannot_work_is_refused(String uri) throws Exception {
        try (Rig rig = new Rig().start()) {
            assertThatThrownBy(() -> rig.camel.getEndpoint(uri)).isInstanceOf(Exception.class);
        }
    }

    @Test
    void starts_again_after_a_stop_and_keeps_what_is_in_the_file(@TempDir Path folder) throws Exception {
        String database = folder.resolve("policy.db").toString();
        for (int run = 1; run <= 2; run++) {
            try (Rig rig = new Rig(Rig.POLICY.replace("caps: none", "caps: [ \"1/24h\" ]"))) {
                rig.camel.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:grant").to("whatsapp-policy:consent?action=grant&purpose=slip");
                        from("direct:send").to(Rig.SEND);
                    }
                });
                rig.component.setDatabase(database);
                rig.camel.start();
                rig.component.stop();
                rig.component.start();
                Map<String, Object> form =
                        Map.of(WhatsAppPolicyConstants.RECIPIENT, ANA, "CamelWhatsAppPolicySource", "signup");
                rig.camel
                        .createProducerTemplate()
                        .sendBodyAndHeaders("direct:grant", Map.of("actedAt", "2026-01-02T10:00:00Z"), form);
                Exchange exchange = rig.camel.createProducerTemplate().request("direct:send", e -> {
                    e.getIn().setBody(List.of("Ana", "amanha"));
                    e.getIn().setHeaders(new HashMap<>(Rig.slipTo(ANA)));
                });
                assertThat(header(exchange, WhatsAppPolicyConstants.DECISION)).isEqualTo(run == 1 ? "ALLOW" : "DEFER");
            }
        }
    }
}
