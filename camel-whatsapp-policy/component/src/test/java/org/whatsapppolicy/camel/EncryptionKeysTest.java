package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.SOON;
import static org.whatsapppolicy.camel.Rig.header;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whatsapppolicy.store.seal.KeyProvider;
import org.whatsapppolicy.store.seal.WrittenKeys;

/** S-47: what can be erased is encrypted in the database's file, by keys of a property or of a bean. */
class EncryptionKeysTest {

    private static final String KEY = "2026:" + "A".repeat(43) + "=";

    private final Path folder;

    EncryptionKeysTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Rig rig() throws Exception {
        Rig rig = new Rig();
        rig.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:grant").to("whatsapp-policy:consent?action=grant&purpose=slip");
                from("direct:export").to("whatsapp-policy:consent?action=export");
                from("direct:send").to(Rig.SEND);
            }
        });
        rig.component.setDatabase(folder.resolve("policy.db").toString());
        return rig;
    }

    private static void agreesAndGetsASlip(Rig rig) {
        ProducerTemplate template = rig.camel.createProducerTemplate();
        Map<String, Object> form = new HashMap<>(Map.of(
                WhatsAppPolicyConstants.RECIPIENT,
                ANA,
                WhatsAppPolicyConstants.SOURCE,
                "signup",
                WhatsAppPolicyConstants.REFERENCE,
                "the-secret-form",
                WhatsAppPolicyConstants.ACTED_AT,
                Instant.now().minusSeconds(60)));
        template.sendBodyAndHeaders("direct:grant", "", form);
        Exchange sent = template.request("direct:send", exchange -> {
            exchange.getMessage().setBody(List.of("the-secret-name", "amanha"));
            exchange.getMessage().setHeaders(new HashMap<>(Rig.slipTo(ANA)));
        });
        assertThat(header(sent, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
    }

    private List<String> shown() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return Stream.of("the-secret-name", "the-secret-form")
                .filter(secret -> all.indexOf(secret) >= 0)
                .toList();
    }

    private static String export(Rig rig) {
        return rig.camel
                .createProducerTemplate()
                .requestBodyAndHeader("direct:export", "", WhatsAppPolicyConstants.RECIPIENT, ANA, String.class);
    }

    @Test
    @DisplayName(
            "Without keys the file shows what was said and what proves it: that is what the warning at start is about")
    void without_keys_the_file_can_be_read() throws Exception {
        try (Rig rig = rig()) {
            rig.camel.start();
            agreesAndGetsASlip(rig);
        }
        assertThat(shown()).containsExactly("the-secret-name", "the-secret-form");
    }

    @Test
    @DisplayName("With keys from a property it does not, and the export still tells everything")
    void with_keys_it_cannot() throws Exception {
        try (Rig rig = rig()) {
            rig.properties.setProperty("vault.key", KEY);
            rig.component.setEncryptionKeys(rig.camel.resolvePropertyPlaceholders("{{vault.key}}"));
            rig.camel.start();
            agreesAndGetsASlip(rig);
            assertThat(export(rig)).contains("the-secret-name", "the-secret-form");
        }
        assertThat(shown()).isEmpty();
    }

    @Test
    @DisplayName("A provider in the registry is found, and wins")
    void a_provider_in_the_registry() throws Exception {
        try (Rig rig = rig()) {
            rig.camel.getRegistry().bind("keys", KeyProvider.class, WrittenKeys.of(KEY));
            rig.camel.removeComponent("whatsapp-policy");
            WhatsAppPolicyComponent component = new WhatsAppPolicyComponent(rig.camel);
            component.setPolicy(rig.component.getPolicy());
            component.setBaseUri(rig.simulator.baseUri());
            component.setDatabase(folder.resolve("policy.db").toString());
            rig.camel.addComponent("whatsapp-policy", component);
            rig.camel.start();
            agreesAndGetsASlip(rig);
        }
        assertThat(shown()).isEmpty();
    }

    @Test
    @DisplayName("After a rotation the old key can be left out")
    void keys_rotate() throws Exception {
        String later = "2027:" + "B".repeat(43) + "=";
        try (Rig rig = rig()) {
            rig.component.setEncryptionKeys(KEY);
            rig.camel.start();
            agreesAndGetsASlip(rig);
        }
        try (Rig rig = rig()) {
            rig.component.setEncryptionKeys(later + "," + KEY);
            rig.camel.start();
            await().atMost(SOON)
                    .until(() -> rig.component.service().store().personalData().wrapAgain(100) == 0);
        }
        try (Rig rig = rig()) {
            rig.component.setEncryptionKeys(later);
            rig.camel.start();
            assertThat(export(rig)).contains("the-secret-name", "the-secret-form");
        }
    }

    @Test
    @DisplayName(
            "A start without the keys that the store needs says which, and a key that is none says how to make one")
    void a_start_that_cannot_work_says_why() throws Exception {
        try (Rig rig = rig()) {
            rig.component.setEncryptionKeys(KEY);
            rig.camel.start();
            agreesAndGetsASlip(rig);
        }
        try (Rig rig = rig()) {
            assertThatThrownBy(() -> rig.camel.start()).rootCause().hasMessageContaining("keys 2026");
        }
        try (Rig rig = rig()) {
            rig.component.setEncryptionKeys("2026:c2hvcnQ=");
            assertThatThrownBy(() -> rig.camel.start())
                    .rootCause()
                    .hasMessageContaining("found 5 bytes for the key 2026")
                    .hasMessageContaining("openssl rand -base64 32")
                    .hasMessageNotContaining("c2hvcnQ");
        }
    }
}
