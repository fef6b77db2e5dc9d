package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.SOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.document.PolicyDocumentReader;
import org.whatsapppolicy.store.memory.MemoryStore;

/** S-7: a changed document is in force without a restart, an invalid one changes nothing. */
class PolicyReloadTest {

    private final Rig rig = new Rig().with(component -> component.setPolicyInterval(20));

    @BeforeEach
    void start() throws Exception {
        rig.start().agreed(Rig.ANA, "slip");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void a_higher_revision_counts_from_the_next_decision_on() throws IOException {
        assertThat(decision()).isEqualTo("ALLOW");

        write(Rig.POLICY
                .replace("revision: 1", "revision: 2")
                .replaceFirst("consent: opt-in", "consent: { kind: opt-in, validFor: 1d }"));

        await().atMost(SOON).untilAsserted(() -> assertThat(decision()).isEqualTo("DENY"));
        assertThat(detail("policy.revision")).isEqualTo(2L);
        assertThat(detail("policy.refused")).isNull();
    }

    @Test
    @DisplayName(
            "S-7: a message that is taken for later is still only taken when this node learns by it that the document changed")
    void another_node_was_first_when_a_message_is_taken() throws Exception {
        try (Rig node = new Rig().with(component -> component.setPolicyInterval(3_600_000))) {
            node.start().agreed(Rig.ANA, "slip");
            String second = Rig.POLICY.replace("revision: 1", "revision: 2");
            node.store()
                    .activate(
                            new PolicyDocumentReader().read("policy", second, node.camel::resolvePropertyPlaceholders),
                            "another node");

            Exchange taken = node.send(
                    "whatsapp-policy:send?purpose=slip&async=true", List.of("Ana", "amanha"), Rig.slipTo(Rig.ANA));

            assertThat(Rig.header(taken, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("taken");
            await().atMost(SOON).until(() -> node.accepted().size() == 1);
        }
    }

    @Test
    @DisplayName("S-7: a node follows another's document without the secrets of senders that it does not send by")
    void another_node_was_first_and_a_vault_hangs() throws Exception {
        try (Rig node = new Rig()) {
            node.start().agreed(Rig.ANA, "slip");
            HangingVault vault = new HangingVault("wa.other.token", "other-token");
            node.camel.getPropertiesComponent().addPropertiesSource(vault);
            String second = Rig.POLICY.replace("revision: 1", "revision: 2").replace("senders:\n", """
                            senders:
                              other:
                                phoneNumberId: "1002"
                                accessToken: "{{wa.other.token}}"
                                region: BR
                            """);
            node.store().activate(new PolicyDocumentReader().read("policy", second, text -> text), "another node");

            assertThat(Rig.header(node.slip(Rig.ANA), WhatsAppPolicyConstants.OUTCOME))
                    .isEqualTo("accepted");
            assertThat(node.component.service().policy().document().revision()).isEqualTo(2);
            assertThat(vault.asked()).isZero();
        }
    }

    @Test
    @DisplayName(
            "S-7: a sender that another's document changed has no token yet: who waits for it is told so in time, and sends when it is there")
    void a_sender_changed_and_its_vault_hangs() throws Exception {
        String slow =
                Rig.POLICY.replace("throughput: none", "throughput: 1").replace("slip:\n", "slip:\n    maxWait: 3s\n");
        try (Rig node = new Rig(slow)) {
            node.store(new MemoryStore()).start().agreed(Rig.ANA, "slip");
            List<CompletableFuture<Exchange>> sends = six(node);
            await().atMost(SOON).until(() -> node.requests().size() == 1);
            HangingVault vault = new HangingVault("wa.token", "first-token");
            node.camel.getPropertiesComponent().addPropertiesSource(vault);
            node.properties.remove("wa.token");

            node.store()
                    .activate(
                            new PolicyDocumentReader()
                                    .read(
                                            "policy",
                                            slow.replace("revision: 1", "revision: 2")
                                                    .replace("throughput: 1", "throughput: 80"),
                                            text -> text),
                            "another node");

            int unread = 0;
            for (CompletableFuture<Exchange> send : sends) {
                Exchange sent = send.get(20, TimeUnit.SECONDS);
                if (sent.getException() != null) {
                    assertThat(sent.getException()).hasStackTraceContaining("token could not be read in time");
                    unread++;
                }
            }
            int left = unread;
            assertThat(left).isPositive();
            vault.answer();
            await().atMost(SOON).until(() -> node.accepted().size() == 6 - left);
            await().atMost(SOON)
                    .until(() -> "accepted".equals(Rig.header(node.slip(Rig.ANA), WhatsAppPolicyConstants.OUTCOME)));
        }
    }

    @Test
    void an_invalid_document_changes_nothing_and_says_where_it_is_wrong() throws IOException {
        write(Rig.POLICY.replace("revision: 1", "revision: 2").replaceFirst("consent: opt-in", "consnet: opt-in"));

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(detail("policy.refused")).asString().contains("whatsapp-policy.yaml", "consnet"));
        assertThat(decision()).isEqualTo("ALLOW");
        assertThat(detail("policy.revision")).isEqualTo(1L);

        write(Rig.POLICY);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(detail("policy.refused")).isNull());
    }

    @Test
    void another_text_under_the_same_revision_is_not_taken() throws IOException {
        write(Rig.POLICY.replaceFirst("consent: opt-in", "consent: { kind: opt-in, validFor: 1d }"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(detail("policy.ownIgnored")).isEqualTo(true));
        assertThat(decision()).isEqualTo("ALLOW");
    }

    @Test
    void a_document_that_cannot_be_read_for_a_moment_is_in_force_again() throws IOException {
        Path file = Path.of(rig.component.getPolicy().substring("file:".length()));
        Path away = file.resolveSibling("away.yaml");
        Files.move(file, away);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(detail("policy.refused")).asString().contains("cannot be read"));

        Files.move(away, file);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(detail("policy.refused")).isNull());
        assertThat(decision()).isEqualTo("ALLOW");
    }

    @Test
    @DisplayName("S-7: what still waits for its turn leaves by the number that the document says now")
    void a_purpose_gets_another_sender_while_messages_wait() throws Exception {
        rig.close();
        String slow = Rig.POLICY.replace("throughput: none", "throughput: 1").replace("senders:\n", """
                        senders:
                          other:
                            phoneNumberId: "1002"
                            accessToken: "{{wa.other.token}}"
                            account: "2002"
                            region: BR
                            throughput: none
                        """);
        try (Rig moving = new Rig(slow).with(component -> component.setPolicyInterval(20))) {
            moving.store(new MemoryStore());
            moving.properties.setProperty("wa.other.token", "other-token");
            moving.simulator.tokens().addFor("other-token", "1002", "2002");
            moving.start().agreed(Rig.ANA, "slip");
            List<CompletableFuture<Exchange>> sends = six(moving);
            await().atMost(SOON).until(() -> moving.requests().size() == 1);

            write(
                    moving,
                    slow.replace("revision: 1", "revision: 2")
                            .replace("slip:\n    sender: billing", "slip:\n    sender: other"));

            for (CompletableFuture<Exchange> send : sends) {
                assertThat(Rig.header(send.get(SOON.toSeconds(), TimeUnit.SECONDS), WhatsAppPolicyConstants.OUTCOME))
                        .isEqualTo("accepted");
            }
            // A second or two may pass until the document is read again.
            assertThat(moving.requests().stream()
                            .filter(entry -> entry.asked().target().equals("1002")))
                    .hasSizeGreaterThanOrEqualTo(3);
        }
    }

    private @Nullable Object decision() {
        Exchange checked =
                rig.send("whatsapp-policy:check?purpose=slip", List.of("Ana", "amanha"), Rig.slipTo(Rig.ANA));
        return Rig.header(checked, WhatsAppPolicyConstants.DECISION);
    }

    private @Nullable Object detail(String name) {
        return HealthCheckHelper.invoke(rig.camel).stream()
                .filter(result -> result.getCheck().getId().equals("whatsapp-policy"))
                .map(HealthCheck.Result::getDetails)
                .flatMap(details -> Stream.ofNullable(details.get(name)))
                .findFirst()
                .orElse(null);
    }

    /** As editors do: the new text is there all at once. */
    private void write(String text) throws IOException {
        write(rig, text);
    }

    private static void write(Rig rig, String text) throws IOException {
        Path file = Path.of(rig.component.getPolicy().substring("file:".length()));
        Path next = file.resolveSibling("next.yaml");
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Six messages that a route sends at once. */
    private static List<CompletableFuture<Exchange>> six(Rig node) {
        List<CompletableFuture<Exchange>> sends = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Exchange exchange = new DefaultExchange(node.camel);
            exchange.getIn().setBody(List.of("Ana", "amanha"));
            exchange.getIn().setHeaders(new HashMap<>(Rig.slipTo(Rig.ANA)));
            sends.add(node.camel.createProducerTemplate().asyncSend("direct:send", exchange));
        }
        return sends;
    }
}
